// Addresses.

/**
 * Returns an address, or nothing if a text is none. `URL.canParse` is younger than many phones.
 * @param {string} text
 * @param {string} [base]
 * @returns {URL | undefined}
 */
export const parseUrl = (text, base) => {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
};
