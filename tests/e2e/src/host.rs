//! Pages of other sites that show the page in a frame. They come from another origin: `localhost`, not `127.0.0.1`.

/// What a host's page says of frames of other sites: `Cross-Origin-Embedder-Policy` and `Cross-Origin-Opener-Policy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Nothing.
    None,
    /// Only those that allow it.
    Embedder,
    /// The same, and no other site has a window of the page.
    Isolated,
}

impl Policy {
    /// Every policy.
    const ALL: [Self; 3] = [Self::None, Self::Embedder, Self::Isolated];

    /// The headers of the host's page.
    pub fn headers(self) -> &'static [(&'static str, &'static str)] {
        const HEADERS: [(&str, &str); 2] = [
            ("cross-origin-embedder-policy", "require-corp"),
            ("cross-origin-opener-policy", "same-origin"),
        ];
        match self {
            Self::None => &[],
            Self::Embedder => HEADERS.split_at(1).0,
            Self::Isolated => &HEADERS,
        }
    }
}

/// The first part of the address of a page whose markup is in the address.
const MARKUP: &str = "/host-markup?";

/// The address of a host's page; `SITE` in its markup stands for the origin of the page in the frame.
pub fn markup_url(html: &str, policy: Policy) -> String {
    let mut query = form_urlencoded::Serializer::new(MARKUP.to_owned());
    query.append_pair(&format!("{policy:?}"), html).finish()
}

/// The page of an address of [`markup_url`], and its policy. It keeps what it hears: messages in `heard`, events of the
/// element in `events`.
pub fn markup_page(url: &str, origin: &str) -> Option<(String, Policy)> {
    let query = url.strip_prefix(MARKUP)?;
    let (name, html) = form_urlencoded::parse(query.as_bytes()).next()?;
    let policy = Policy::ALL.into_iter().find(|policy| format!("{policy:?}") == name)?;
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Host</title><script>
        window.heard = [];
        addEventListener('message', ({{ data }}) => heard.push(data));
        window.events = [];
        for (const type of ['atlas:ready', 'atlas:select', 'atlas:error'])
            addEventListener(type, ({{ detail }}) => events.push({{ type, ...detail }}));
        </script><body>{}",
        html.replace("SITE", origin)
    );
    Some((page, policy))
}

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
