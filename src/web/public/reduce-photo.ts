/** The longer side of a photo as it is sent: enough to read a shop sign, a tenth of what a phone takes. */
const longest = 2048;
/** Below this a photo goes as it is. */
const smallEnough = 700 * 1024;

/**
 * A photo made smaller before it is sent, so that it goes over a slow line; how it was turned is kept, where and when it was taken is
 * not. What is no photo, or what this browser cannot draw, stays what it is: the server judges it.
 */
export async function reducePhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size <= smallEnough) return file;
  try {
    const picture = await draw(file);
    const share = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(picture.width * share), height: Math.round(picture.height * share) });
    const pen = canvas.getContext('2d');
    if (!pen) return file;
    // What is see-through becomes white, not black.
    pen.fillStyle = '#FFFFFF';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return small && small.size < file.size ? new File([small], file.name.replace(/\.[^.]+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}

/** By an image element: it turns the picture as the camera was held, in every browser there is. */
function draw(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(file);
    const picture = new Image();
    picture.onload = () => {
      resolve(picture);
      // Drawn within the moment; the address is needed no longer than that.
      setTimeout(() => URL.revokeObjectURL(address), 1_000);
    };
    picture.onerror = () => {
      URL.revokeObjectURL(address);
      reject(new Error('not a picture this browser can draw'));
    };
    picture.src = address;
  });
}
