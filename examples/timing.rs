use padan::bitext::*; use std::time::Instant;
fn main(){
 let a:Vec<String>=std::env::args().skip(1).collect();
 padan::lexicon::Lexicon::builtin();
 let o=padan::read::Options{lines:true,..Default::default()};
 let t=Instant::now();
 let l=padan::read::articles(&[a[0].clone().into(),a[1].clone().into()],&o).unwrap();
 println!("read {:?}",t.elapsed()); let t=Instant::now();
 let c=padan::pipeline::Corpus::new(l.articles,padan::lexicon::Lexicon::builtin(),&padan::settings::Settings::sentences());
 println!("corpus {:?}",t.elapsed()); let t=Instant::now();
 let side=|a:usize|->Vec<Source<'_>>{c.sentences[a].iter().zip(&c.analysed[a]).map(|(s,x)|Source{analysed:x,text:s.span.of(&c.articles[a].text)}).collect()};
 let (x,y)=(side(0),side(1));
 let p=Prepared::new(&c.space,&x,&y,&MODEL,false);
 println!("prepare {:?} cells {} joined {} swaps {}",t.elapsed(),p.found.singles.len(),p.found.joined.len(),p.found.swaps.len()); let t=Instant::now();
 let s=p.scores(&MODEL); let q=p.posteriors(&s);
 println!("post1 {:?}",t.elapsed()); let t=Instant::now();
 let r=align_prepared(&p,&MODEL);
 println!("align {:?} {}",t.elapsed(),r.len()); drop(q); let t=Instant::now();
 let b=padan::parallel::beads(&c);
 println!("all beads incl evidence {:?} {}",t.elapsed(),b.len());
}
