//! Progress of long commands on the standard error: which step of how many, and how long it still takes.
//!
//! On a terminal, one line shows the running steps and is updated in place. Elsewhere, a line is printed when a step
//! starts or ends, and every 30 seconds.

use std::io::{BufRead as _, BufReader, IsTerminal as _, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use crate::cargo_output::{built, is_status};
use crate::command::line_of;
use crate::estimate::{Compilation, in_words};

/// The time between two lines about a running step where the standard error is no terminal.
const INTERVAL: Duration = Duration::from_secs(30);

/// The work of a step.
type Work<'a> = Box<dyn FnOnce(&Reporter) -> Result<()> + Send + 'a>;

/// A step: its name, such as `installing esbuild 0.28.2`, and the work.
pub struct Step<'a> {
    name: String,
    work: Work<'a>,
}

impl<'a> Step<'a> {
    /// A step with its name and its work.
    pub fn new(
        name: impl Into<String>,
        work: impl FnOnce(&Reporter) -> Result<()> + Send + 'a,
    ) -> Self {
        Self { name: name.into(), work: Box::new(work) }
    }
}

/// Steps that run one after another.
pub type Lane<'a> = Vec<Step<'a>>;

/// Runs lanes side by side and prints their progress; see [`Progress::run`].
pub fn run(lanes: Vec<Lane>) -> Result<()> {
    if lanes.is_empty() {
        return Ok(());
    }
    Progress::new(count(&lanes)).run(lanes)
}

/// Returns the number of steps in some lanes.
pub fn count(lanes: &[Lane]) -> usize {
    lanes.iter().map(Vec::len).sum()
}

/// Runs steps and prints their progress.
pub struct Progress {
    state: Mutex<State>,
    /// The number of all steps.
    total: usize,
    /// The width of the terminal, if the standard error is one.
    width: Option<usize>,
}

/// What is on its way.
struct State {
    /// The number of the step that was started last, counted from 1.
    started: usize,
    running: Vec<Running>,
    /// When the running steps were printed last.
    printed: Instant,
}

/// A step on its way.
struct Running {
    number: usize,
    name: String,
    start: Instant,
    compilation: Option<Compilation>,
}

impl Progress {
    /// Creates the progress of a number of steps.
    pub fn new(total: usize) -> Self {
        let state = State { started: 0, running: Vec::new(), printed: Instant::now() };
        Self { state: Mutex::new(state), total, width: width() }
    }

    /// Runs lanes side by side, the steps of a lane one after another.
    ///
    /// # Errors
    ///
    /// Returns the errors of all failed steps. After a failure no other step starts; the running ones go on to their end.
    pub fn run(&self, lanes: Vec<Lane>) -> Result<()> {
        let errors = Mutex::new(Vec::new());
        let (stop, stopped) = mpsc::channel::<()>();
        std::thread::scope(|scope| {
            scope.spawn(move || self.tick(&stopped));
            let lanes: Vec<_> = lanes
                .into_iter()
                .map(|lane| scope.spawn(|| self.run_lane(lane, &errors)))
                .collect();
            for lane in lanes {
                if lane.join().is_err() {
                    held(&errors).push(anyhow!("a step panicked"));
                }
            }
            drop(stop);
        });
        let errors = errors.into_inner().unwrap_or_else(PoisonError::into_inner);
        match errors.as_slice() {
            [] => Ok(()),
            all => {
                let texts: Vec<_> = all.iter().map(|error| format!("{error:#}")).collect();
                bail!("{}", texts.join("\n\n"))
            }
        }
    }

    fn run_lane(&self, lane: Lane, errors: &Mutex<Vec<anyhow::Error>>) {
        for step in lane {
            if !held(errors).is_empty() {
                return;
            }
            let number = self.start(&step.name);
            let result = (step.work)(&Reporter { progress: self, number });
            self.end(number, result.is_ok());
            if let Err(error) = result {
                held(errors).push(error);
            }
        }
    }

    /// Notes the start of a step; returns its number.
    fn start(&self, name: &str) -> usize {
        let mut state = held(&self.state);
        state.started += 1;
        let number = state.started;
        let step =
            Running { number, name: name.to_owned(), start: Instant::now(), compilation: None };
        if self.width.is_none() {
            self.print(&step.line(self.total));
        }
        state.running.push(step);
        self.redraw(&state);
        number
    }

    /// Notes the end of a step.
    fn end(&self, number: usize, is_well: bool) {
        let mut state = held(&self.state);
        let Some(place) = state.running.iter().position(|step| step.number == number) else {
            return;
        };
        let step = state.running.remove(place);
        let seconds = step.start.elapsed().as_secs_f32();
        let how = if is_well { "done in" } else { "failed after" };
        self.print(&format!("{}: {how} {seconds:.0} s", step.title(self.total)));
        self.redraw(&state);
    }

    /// Shows the running steps again and again, until nobody can stop it any longer.
    fn tick(&self, stopped: &mpsc::Receiver<()>) {
        while stopped.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            let mut state = held(&self.state);
            if self.width.is_some() {
                self.redraw(&state);
            } else if state.printed.elapsed() >= INTERVAL {
                state.printed = Instant::now();
                state.running.iter().for_each(|step| self.print(&step.line(self.total)));
            }
        }
    }

    /// Prints a line that stays.
    fn print(&self, line: &str) {
        let clear = if self.width.is_some() { "\r\x1b[K" } else { "" };
        eprintln!("{clear}{line}");
    }

    /// Updates the line of the running steps on a terminal.
    fn redraw(&self, state: &State) {
        let Some(width) = self.width else { return };
        let lines: Vec<_> = state.running.iter().map(|step| step.line(self.total)).collect();
        eprint!("\r\x1b[K{}", truncated(&lines.join("; "), width));
        let _ = std::io::stderr().flush();
    }
}

impl Running {
    /// Such as `step 3 of 7: compiling trunk 0.22.1`.
    fn title(&self, total: usize) -> String {
        format!("step {} of {total}: {}", self.number, self.name)
    }

    /// The title with what is known of the time.
    fn line(&self, total: usize) -> String {
        let title = self.title(total);
        let elapsed = self.start.elapsed();
        match &self.compilation {
            Some(compilation) => format!("{title}{}", compilation.describe(Instant::now())),
            None if elapsed.as_secs() >= 5 => format!("{title} ({} so far)", in_words(elapsed)),
            None => title,
        }
    }
}

/// Runs the commands of a step and reports their progress.
pub struct Reporter<'a> {
    progress: &'a Progress,
    number: usize,
}

impl Reporter<'_> {
    /// Runs a command to its end; returns its messages, without cargo's lines of progress.
    ///
    /// # Errors
    ///
    /// Returns the command with its messages if it cannot be started or fails.
    pub fn run(&self, command: &mut Command) -> Result<String> {
        let line = line_of(command);
        let (output, input) = std::io::pipe()?;
        command.stdin(Stdio::null()).stdout(input.try_clone()?).stderr(input);
        // Cargo counts the crates only where it shows its bar, which is not so in a pipe.
        command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
        let child = command.spawn();
        // The pipe ends only when no copy of its input is left here.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = child.with_context(|| format!("cannot start `{line}`"))?;
        let messages = self.follow(output)?;
        let status = child.wait()?;
        if !status.success() {
            bail!("`{line}` failed ({status}):\n{messages}");
        }
        Ok(messages)
    }

    /// Prints the messages of a command that ended well: its warnings.
    pub fn warn(&self, messages: &str) {
        let state = held(&self.progress.state);
        messages.lines().for_each(|line| self.progress.print(line));
        self.progress.redraw(&state);
    }

    /// Reads what a command prints; returns the messages.
    fn follow(&self, output: impl std::io::Read) -> Result<String> {
        let (mut messages, mut rest) = (String::new(), Vec::new());
        let mut output = BufReader::new(output);
        loop {
            // A bar ends with a carriage return, a message with a line feed.
            let chunk = output.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            rest.extend_from_slice(chunk);
            let length = chunk.len();
            output.consume(length);
            while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
                let line: Vec<u8> = rest.drain(..=end).collect();
                self.read_line(&String::from_utf8_lossy(&line), &mut messages);
            }
        }
        self.read_line(&String::from_utf8_lossy(&rest), &mut messages);
        Ok(messages)
    }

    fn read_line(&self, line: &str, messages: &mut String) {
        let line = line.trim_end();
        if let Some((done, total)) = built(line) {
            self.note(done, total);
        } else if !line.is_empty() && !is_status(line) {
            messages.push_str(line);
            messages.push('\n');
        }
    }

    fn note(&self, done: usize, total: usize) {
        let mut state = held(&self.progress.state);
        if let Some(step) = state.running.iter_mut().find(|step| step.number == self.number) {
            match &mut step.compilation {
                Some(compilation) if compilation.total == total => compilation.done = done,
                other => *other = Some(Compilation::new(done, total, Instant::now())),
            }
        }
        self.progress.redraw(&state);
    }
}

/// Cuts a text to the width of the terminal, less one column for the cursor.
fn truncated(text: &str, width: usize) -> String {
    let limit = width.saturating_sub(1);
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// The width of the terminal in columns; nothing if the standard error is no terminal.
fn width() -> Option<usize> {
    if !std::io::stderr().is_terminal() {
        return None;
    }
    // `stty size` prints the rows and the columns of the terminal on its standard input.
    let mut size = Command::new("stty");
    let size = size.arg("size").stdin(Stdio::inherit()).stderr(Stdio::null()).output();
    let size = size.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    let columns = size.as_deref().and_then(|size| size.split_whitespace().nth(1)?.parse().ok());
    Some(columns.filter(|columns| *columns > 0).unwrap_or(80))
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet() -> Progress {
        Progress { width: None, ..Progress::new(3) }
    }

    #[test]
    fn messages_are_distinct_from_progress() {
        let progress = quiet();
        let number = progress.start("compiling it");
        let reporter = Reporter { progress: &progress, number };
        let printed = "   Compiling a v1.0.0\n    Building [==>  ] 1/4: a\r    Building [==> ] 2/4\r\
                       warning: b\n    Building [===>] 3/4: c   \r  note: d";
        assert_eq!(reporter.follow(printed.as_bytes()).unwrap(), "warning: b\n  note: d\n");
        let state = held(&progress.state);
        let compilation = state.running.first().and_then(|step| step.compilation.as_ref());
        assert_eq!(compilation.map(|it| (it.first, it.done, it.total)), Some((1, 3, 4)));
    }

    #[test]
    fn failed_command_is_reported_with_its_messages() {
        let progress = quiet();
        let script = "echo some; echo more >&2; exit 3";
        let step = Step::new("failing", |reporter: &Reporter| {
            reporter.run(Command::new("sh").args(["-c", script])).map(drop)
        });
        let never = Step::new("not started", |_: &Reporter| bail!("started all the same"));
        let error = progress.run(vec![vec![step, never]]).unwrap_err().to_string();
        assert!(error.ends_with("failed (exit status: 3):\nsome\nmore\n"), "{error}");
        assert_eq!(held(&progress.state).started, 1);
    }

    #[test]
    fn lanes_run_side_by_side() {
        let (sender, receiver) = mpsc::channel();
        let receiving = Step::new("receiving", move |_: &Reporter| {
            receiver.recv_timeout(Duration::from_secs(20)).context("nothing was sent")
        });
        let sending = Step::new("sending", move |_: &Reporter| Ok(sender.send(())?));
        quiet().run(vec![vec![receiving], vec![sending]]).unwrap();
    }

    #[test]
    fn long_line_is_cut_to_the_width() {
        assert_eq!(truncated("step 1 of 2", 12), "step 1 of 2");
        assert_eq!(truncated("step 1 of 2", 8), "step 1…");
    }
}
