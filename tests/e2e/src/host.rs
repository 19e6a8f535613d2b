//! Pages of other sites that show the page in a frame. They come from another origin: `localhost`, not `127.0.0.1`.

/// How a host shows the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// A plain frame of a fixed height; the host runs no script.
    Plain,
    /// A plain frame; the host keeps all that it hears in `heard`.
    Listening,
    /// It listens, and makes the frame as high as it is told.
    Resizing,
    /// It listens, and gives the frame scripts but no origin.
    Sandboxed,
    /// The element `<partnership-atlas>`; its events are kept in `heard`.
    Element,
}

/// Every host.
const HOSTS: [Host; 5] =
    [Host::Plain, Host::Listening, Host::Resizing, Host::Sandboxed, Host::Element];

impl Host {
    /// The first parts of its address.
    pub fn path(self) -> String {
        format!("/host/{self:?}/")
    }

    /// The host of an address, and what it shows: the rest of the address, `%23` in the place of a `#`.
    pub fn of(url: &str) -> Option<(Self, String)> {
        let of = |host: Self| Some((host, url.strip_prefix(&host.path())?.replace("%23", "#")));
        HOSTS.into_iter().find_map(of)
    }

    /// Its page; `origin` is that of the page in the frame.
    pub fn html(self, origin: &str, shown: &str) -> String {
        let shown = shown.replace('"', "%22");
        let frame = |more: &str| {
            format!(
                "<iframe title=Page width=100% height=720 src=\"{origin}/{shown}\"{more}></iframe>"
            )
        };
        let listen = "<script>window.heard = [];
            addEventListener('message', ({ data }) => heard.push(data));</script>";
        let resize = "<script>addEventListener('message', ({ data }) => {
            if (data.type === 'embed-size') document.querySelector('iframe').height = data.height;
        });</script>";
        let body = match self {
            Self::Plain => frame(""),
            Self::Listening => [listen, &frame("")].concat(),
            Self::Resizing => [listen, resize, &frame("")].concat(),
            Self::Sandboxed => [listen, &frame(" sandbox=allow-scripts")].concat(),
            Self::Element => format!(
                "<script>window.heard = [];
                for (const type of ['atlas:ready', 'atlas:select', 'atlas:error'])
                    addEventListener(type, ({{ detail }}) => heard.push({{ type, ...detail }}));</script>
                <style>partnership-atlas {{ --atlas-accent: rgb(120, 0, 120); --atlas-paper: red;}} </style>
                <script src=\"{origin}/embed.js\"></script>
                <partnership-atlas theme=dark place=MYS><a href=\"{origin}/\">The atlas</a></partnership-atlas>"
            ),
        };
        format!("<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><body>{body}")
    }
}
