fn main(){
 for w in std::env::args().skip(1).collect::<Vec<_>>().chunks(2){
 let o=padan::read::Options{lines:w[0].contains("t2"),..Default::default()};
 let Ok(l)=padan::read::articles(&[w[0].clone().into(),w[1].clone().into()],&o) else {continue};
 if l.articles.len()!=2 || l.articles[0].lang==l.articles[1].lang {continue}
 let c=padan::pipeline::Corpus::new(l.articles,padan::lexicon::Lexicon::builtin(),&padan::settings::Settings::sentences());
 let j=padan::parallel::judge(&c);
 println!("{} {} {:.3} {} {}",w[0].rsplit('/').take(2).collect::<Vec<_>>().join("<"),j.parallel,j.covered,j.in_order,j.partners);
 }
}
