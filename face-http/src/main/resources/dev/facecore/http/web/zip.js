const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** A ZIP archive of files {name, bytes}, stored as they are, because JPEG is compressed already. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const encoded = new TextEncoder().encode(name);
    const common = [
      [2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], // version, names in UTF-8, stored, 1980-01-01 00:00
      [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, encoded.length], [2, 0],
    ];
    const head = numbers([4, 0x04034b50], ...common);
    directory.push(
      numbers([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      encoded,
    );
    parts.push(head, encoded, bytes);
    offset += head.length + encoded.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = files.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** Numbers as [size in bytes, value], the lowest byte first. */
function numbers(...fields) {
  return Uint8Array.from(
    fields.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)),
  );
}

function crc(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = CRC[(rest ^ byte) & 0xff] ^ (rest >>> 8);
  return ~rest >>> 0;
}
