//! `cargo xtask wordpress-test`: a real WordPress on this machine, with the atlas in two of its posts, driven in Chromium.
//!
//! Everything lies below `target/wordpress-test/`; the database and the servers end with the command.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::command::{program, read, root, run as run_command};
use partnership_atlas::site::oembed_frame;

use crate::{build, serve, test, tools};

/// Where Debian's package puts WordPress.
const WORDPRESS: &str = "/usr/share/wordpress";

/// The settings of WordPress and what publishes its posts.
const FILES: [(&str, &str); 3] = [
    ("wp-config.php", "wp-config.php"),
    ("loopback.php", "wp-content/mu-plugins/loopback.php"),
    ("publish.php", "publish.php"),
];

/// Installs WordPress, publishes a post with the snippet and one with the bare address, and tries both.
pub fn run() -> Result<()> {
    tools::wordpress()?;
    let folder = root().join("target/wordpress-test");
    // A WordPress of its own each time: nothing of an earlier one is taken for this one's.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let atlas = Atlas::serve(&folder)?;
    let _database = Database::start(&folder)?;
    let wordpress = WordPress::install(&folder, &atlas)?;
    let posts = wordpress.publish()?;
    let _server = wordpress.serve()?;
    test::wordpress(&posts)
}

/// A program that ends with the command.
struct Running(Child);

impl Running {
    /// Starts a program, and returns once a line of what it prints has these words. It keeps all that it prints in a file.
    fn start(command: &mut Command, log: &Path, ready: &str) -> Result<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        let mut file = fs::File::create(log)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        let printed = child.stderr.take().with_context(|| format!("{name} prints nothing"))?;
        // It ends with the command from here on, also where it does not get ready.
        let running = Self(child);
        let mut printed = BufReader::new(printed);
        let mut line = Vec::new();
        while !String::from_utf8_lossy(&line).contains(ready) {
            line.clear();
            if printed.read_until(b'\n', &mut line)? == 0 {
                bail!("{name} has ended; see {}", log.display());
            }
            file.write_all(&line)?;
        }
        thread::spawn(move || io::copy(&mut printed, &mut file));
        Ok(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The page on a host of its own, which knows its address.
struct Atlas {
    url: String,
    folder: PathBuf,
}

impl Atlas {
    fn serve(folder: &Path) -> Result<Self> {
        let listener = serve::listen(0)?;
        let url = format!("http://{}/atlas/", listener.local_addr()?);
        let dist = folder.join("atlas");
        build::into(&dist, Some(&url))?;
        let served = dist.clone();
        thread::spawn(move || {
            serve::answer_all(listener, move |url| Some(serve::answer(url, &served, "/atlas/")))
        });
        Ok(Self { url, folder: dist })
    }
}

struct Database {
    _server: Running,
}

impl Database {
    fn start(folder: &Path) -> Result<Self> {
        let socket = folder.join("database.sock");
        // Its programs take a value only behind the sign.
        let data = format!("--datadir={}", folder.join("database").display());
        let at = format!("--socket={}", socket.display());
        let mut install = program("mariadb-install-db");
        install.args(["--no-defaults", "--user=root", "--auth-root-authentication-method=normal"]);
        run_command(install.arg(&data).stdout(Stdio::null()))?;
        let mut server = program("mariadbd");
        server.args(["--no-defaults", "--user=root", "--skip-networking"]);
        server.arg(&data).arg(&at);
        let log = folder.join("database.log");
        let server = Running::start(&mut server, &log, "ready for connections")?;
        let mut create = program("mariadb");
        create.arg("--no-defaults").arg(&at);
        run_command(create.args(["--user=root", "--execute", "CREATE DATABASE wordpress"]))?;
        Ok(Self { _server: server })
    }
}

struct WordPress {
    folder: PathBuf,
    site: PathBuf,
    port: u16,
    atlas: String,
}

impl WordPress {
    fn install(folder: &Path, atlas: &Atlas) -> Result<Self> {
        let site = folder.join("site");
        // Parts of it are links to other packages.
        run_command(program("cp").args(["-rL", WORDPRESS]).arg(&site))?;
        fs::create_dir_all(site.join("wp-content/mu-plugins"))?;
        for (name, place) in FILES {
            fs::copy(root().join("xtask/wordpress").join(name), site.join(place))
                .with_context(|| format!("{name} cannot be copied"))?;
        }
        let snippet = oembed_frame(&fs::read_to_string(atlas.folder.join("oembed.json"))?)
            .context("oEmbed gives no frame")?;
        fs::write(folder.join("snippet.html"), snippet)?;
        Ok(Self { folder: folder.to_owned(), site, port: free_port()?, atlas: atlas.url.clone() })
    }

    fn php(&self) -> Command {
        let mut php = program("php");
        php.current_dir(&self.site)
            .env("WORDPRESS_TEST_SOCKET", self.folder.join("database.sock"))
            .env("WORDPRESS_TEST_URL", format!("http://127.0.0.1:{}", self.port))
            .env("WORDPRESS_TEST_ATLAS", &self.atlas)
            .env("WORDPRESS_TEST_SNIPPET", self.folder.join("snippet.html"));
        php
    }

    /// The name and the address of each post.
    fn publish(&self) -> Result<Vec<(String, String)>> {
        let printed = read(self.php().args(["-d", "display_errors=stderr", "publish.php"]))?;
        let posts = printed.lines().filter_map(|line| {
            let (name, url) = line.split_once(" http")?;
            Some((name.to_owned(), format!("http{url}")))
        });
        let posts: Vec<_> = posts.collect();
        if posts.len() != 2 {
            bail!("WordPress published {} posts: {printed}", posts.len());
        }
        Ok(posts)
    }

    fn serve(&self) -> Result<Running> {
        let mut php = self.php();
        // One process, which ends with the command; its workers would stay.
        php.arg("-S").arg(format!("127.0.0.1:{}", self.port));
        Running::start(&mut php, &self.folder.join("site.log"), "Development Server")
    }
}
