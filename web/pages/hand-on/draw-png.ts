/** Pixels of the file for one of the picture: sharp on a screen of high density. */
const DENSITY = 2

/** An address of an SVG for an image: text, so that no policy need allow blobs. */
export const svgAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** Draws an SVG of ours as a PNG. Rejects where the browser cannot draw it. */
export async function drawPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = svgAddress(svg)
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * DENSITY
  canvas.height = image.naturalHeight * DENSITY
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => {
      if (png) resolve(png)
      else reject(new Error('the browser could not draw the picture'))
    }, 'image/png')
  })
}
