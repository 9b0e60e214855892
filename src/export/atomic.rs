//! A file is complete or absent: written beside its place, then renamed.

use crate::error::{Error, Result};
use std::io::{BufWriter, Write};
use std::path::Path;

/// Calls `fill` with a writer; `path` has the result only if all of it succeeded.
pub fn write_whole(
    path: &Path,
    fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, "making the folder", e))?;
    let fail = |e| Error::io(path, "writing", e);
    let file = tempfile::Builder::new().prefix(".padan-").tempfile_in(folder).map_err(fail)?;
    let mut writer = BufWriter::new(file);
    fill(&mut writer).map_err(fail)?;
    let file = writer.into_inner().map_err(|e| fail(e.into_error()))?;
    widen_permissions(file.as_file()).map_err(fail)?;
    file.persist(path).map_err(|e| fail(e.error))?;
    Ok(())
}

/// Puts new content into a file that is there: all of it or none, with the file's permissions. A
/// link stays one: the file that it leads to is replaced.
pub fn replace_whole(path: &Path, content: &[u8]) -> Result<()> {
    let fail = |e| Error::io(path, "writing", e);
    let target = path.canonicalize().map_err(fail)?;
    let permissions = std::fs::metadata(&target).map_err(fail)?.permissions();
    let folder = target.parent().unwrap_or(Path::new("/"));
    let mut file = tempfile::Builder::new().prefix(".padan-").tempfile_in(folder).map_err(fail)?;
    file.write_all(content).map_err(fail)?;
    file.as_file().set_permissions(permissions).map_err(fail)?;
    file.persist(&target).map_err(|e| fail(e.error))?;
    Ok(())
}

/// Temporary files are private; a result is not.
#[cfg(unix)]
fn widen_permissions(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn widen_permissions(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}
