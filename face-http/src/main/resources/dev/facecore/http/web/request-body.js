/**
 * The body of POST /extract-faces: a form while all pictures are files, which the browser sends as they are;
 * JSON where one is an address. Tells after each picture how many are done.
 */
export async function requestBody(pictures, fields, progress) {
  if (pictures.every((picture) => picture.file)) return form(pictures, fields);
  const parts = ['{"images":['];
  for (const [index, picture] of pictures.entries()) {
    if (index > 0) parts.push(",");
    parts.push(...(await picture.json()));
    progress(index + 1);
  }
  const rest = JSON.stringify(fields).slice(1);
  return new Blob([...parts, "],", rest], { type: "application/json" });
}

function form(pictures, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
  for (const { file } of pictures) body.append("images", file);
  return body;
}
