// Hears that the host's page does not accept a frame because of its policy Cross-Origin-Embedder-Policy: require-corp.

/**
 * Observes the frames that the policy of the page has blocked.
 *
 * No interface tells the policy. A browser that knows frames without credentials reports each blocked frame:
 * <https://html.spec.whatwg.org/multipage/browsers.html#coep>.
 * @param {(url: string) => void} onBlocked runs with the address of each one, without its fragment
 * @returns {{ disconnect: () => void } | undefined} nothing if the browser does not report
 */
export const observeBlockedFrames = (onBlocked) => {
  if (typeof ReportingObserver === "undefined") return undefined;
  const observer = new ReportingObserver(
    (reports) => {
      // Chromium gives the address in the JSON of a report alone.
      for (const report of reports) onBlocked(JSON.parse(JSON.stringify(report)).body?.blockedURL ?? "");
    },
    { types: ["coep"], buffered: true },
  );
  observer.observe();
  return observer;
};
