// Watches a page from before its first byte: paints, shifts, long tasks, and when it has its content, answers and lives.
(() => {
  const seen = { paints: {}, shifts: 0, tasks: [], moments: {} };
  globalThis.bench = seen;
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => (seen.paints[name] = startTime));
  watch("largest-contentful-paint", ({ startTime }) => (seen.paints.largest = startTime));
  watch("layout-shift", ({ value }) => (seen.shifts += value));
  watch("longtask", ({ startTime, duration }) => seen.tasks.push([startTime, duration]));

  // The frame in which something stands is painted before the task that follows it.
  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  const until = (holds, then) => {
    const look = () => (holds() ? painted(then) : requestAnimationFrame(look));
    look();
  };
  const find = (selector) => document.querySelector(selector);
  const isWhole = () => document.querySelectorAll(".map__place").length === 11 && find(".about h2") !== null;
  const stamp = (name) => (time) => (seen.moments[name] = time);

  until(isWhole, stamp("content"));
  until(() => document.documentElement?.dataset.app === "ready", stamp("live"));
  if (location.search.includes("bench=click")) {
    const link = () => find(".places__link[href='#MYS']");
    until(() => isWhole() && link() !== null, () => {
      link().click();
      until(() => find("#MYS").getClientRects().length > 0, stamp("answered"));
    });
  }

  // The memory of the module, as it comes by.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await original.apply(WebAssembly, all);
      seen.memory = Object.values((made.instance ?? made).exports).find((each) => each instanceof WebAssembly.Memory);
      return made;
    };
  }

  seen.act = (act) =>
    new Promise((done) => {
      const start = performance.now();
      act();
      painted((time) => done(time - start));
    });
  // The time from frame to frame while something happens in each.
  seen.frames = (count, act) =>
    new Promise((done) => {
      const intervals = [];
      let before;
      const step = (time) => {
        if (before !== undefined) intervals.push(time - before);
        before = time;
        if (intervals.length === count) return done(intervals);
        act(intervals.length);
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
})();
