// Observes a page from before its first byte. Defines `bench`: its measurements, and functions that measure an action.
globalThis.startBench = (selectors) => {
  const paints = {}, moments = {}, tasks = [];
  let shifts = 0;
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("paint", ({ name, startTime }) => (paints[name] = startTime));
  observe("largest-contentful-paint", ({ startTime }) => (paints.largest = startTime));
  observe("layout-shift", ({ value }) => (shifts += value));
  observe("longtask", ({ startTime, duration }) => tasks.push({ end: startTime + duration, duration }));

  // Calls back after the next frame is painted.
  const afterPaint = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(0);
    });
  // Checks a condition in each frame; calls back after the first frame in which it holds is painted.
  const waitFor = (condition, then) => {
    const check = () => (condition() ? afterPaint(then) : requestAnimationFrame(check));
    check();
  };
  const find = (selector) => document.querySelector(selector);
  const isWhole = () =>
    selectors.whole.every(([selector, count]) => document.querySelectorAll(selector).length >= count);
  const isVisible = (element) => element !== null && element.getClientRects().length > 0;
  const record = (name) => (time) => (moments[name] = time);

  const expected = ["content"];
  waitFor(isWhole, record("content"));
  if (selectors.ready) {
    expected.push("live");
    waitFor(() => find(selectors.ready) !== null, record("live"));
  }
  if (location.search.includes("bench=click")) {
    expected.push("answered");
    waitFor(() => isWhole() && find(selectors.malaysiaLink) !== null, () => {
      find(selectors.malaysiaLink).click();
      waitFor(() => isVisible(find(selectors.malaysiaPanel)), record("answered"));
    });
  }

  // Keeps the memory of the WebAssembly module when it is instantiated.
  let memory;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const result = await original.apply(WebAssembly, all);
      memory = Object.values((result.instance ?? result).exports).find((each) => each instanceof WebAssembly.Memory);
      return result;
    };
  }

  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const blocking = (some) => sum(some.map(({ duration }) => duration - 50));

  globalThis.bench = {
    // Resolves when all moments are recorded.
    whole: () =>
      new Promise((done) => {
        const check = () => (expected.every((name) => name in moments) ? done(true) : setTimeout(check, 20));
        check();
      }),
    // Returns what was observed so far. The longest task is 0 if none took more than 50 ms.
    results: () => {
      const first = paints["first-contentful-paint"];
      const later = tasks.filter(({ end }) => end > first);
      const files = [performance.getEntriesByType("navigation")[0], ...performance.getEntriesByType("resource")];
      return {
        first, largest: paints.largest, shifts, ...moments,
        blocking: blocking(tasks), blockingAfterPaint: blocking(later),
        longestTask: Math.max(0, ...later.map(({ duration }) => duration)),
        elements: document.querySelectorAll("*").length,
        files: files.map(({ name, encodedBodySize }) => [name, encodedBodySize]),
      };
    },
    // Returns the size of the module's memory in bytes.
    memory: () => memory.buffer.byteLength,
    // Resolves with the time from an action to its paint.
    act: (action) =>
      new Promise((done) => {
        const start = performance.now();
        action();
        afterPaint((time) => done(time - start));
      }),
    // Resolves after the first paint in which a condition holds.
    until: (condition) => new Promise((done) => waitFor(condition, done)),
    // Resolves with the times from frame to frame while an action runs in each.
    frames: (count, action) =>
      new Promise((done) => {
        const intervals = [];
        let before;
        const step = (time) => {
          if (before !== undefined) intervals.push(time - before);
          before = time;
          if (intervals.length === count) return done(intervals);
          action(intervals.length);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  };
};
