// Draws a picture in SVG as PNG.

/**
 * Returns a picture as PNG. The policies of the pages allow images of `data:`.
 * @param {string} svg
 * @returns {Promise<Blob>}
 * @throws {Error} if the browser cannot draw it
 */
export const pngOf = async (svg) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("the browser has no room to draw a picture");
  pen.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser cannot write a PNG"))));
  });
};
