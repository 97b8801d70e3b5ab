/** Hands a file to the browser to be saved. Nothing leaves the machine. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
