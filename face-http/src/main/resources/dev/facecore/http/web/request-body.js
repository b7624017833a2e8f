/** The body of POST /extract-faces, as a Blob; tells after each picture how many are done. */
export async function requestBody(pictures, fields, progress) {
  const parts = ['{"images":['];
  for (const [index, picture] of pictures.entries()) {
    if (index > 0) parts.push(",");
    parts.push(...(await picture.json()));
    progress(index + 1);
  }
  const rest = JSON.stringify(fields).slice(1);
  return new Blob([...parts, "],", rest], { type: "application/json" });
}
