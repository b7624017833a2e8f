"""Cleans an ONNX file: weights leave the graph's inputs, and the shapes of its inputs and outputs become what is given.

Weights among the inputs, and weights that no layer uses, make ONNX Runtime print a warning for each; the former also
keep it from folding constants: CenterFace then takes two to three times as long. Works on the bytes of the Protocol
Buffers messages (onnx.proto), so that the result is the same whatever is installed.
"""

GRAPH = 7  # of ModelProto
NODE, INITIALIZER, INPUT, OUTPUT, VALUE_INFO = 1, 5, 11, 12, 13  # of GraphProto
NODE_INPUT = 1  # of NodeProto
INITIALIZER_NAME = 8  # of TensorProto


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def encoded(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(out + bytes([value]))


def fields(message):
    """Yields number, content and the whole field; the content of a varint is its value."""
    at = 0
    while at < len(message):
        start = at
        key, at = varint(message, at)
        kind = key & 7
        if kind == 0:
            content, at = varint(message, at)
        else:
            length = {1: 8, 5: 4}.get(kind)
            if length is None:
                length, at = varint(message, at)
            content = message[at : at + length]
            at += length
        yield key >> 3, content, message[start:at]


def text(message, number):
    return next(content for n, content, _ in fields(message) if n == number).decode()


def field(number, content):
    return encoded(number << 3 | 2) + encoded(len(content)) + content


def value_info(name, shape):
    """A tensor of 32-bit numbers; a dimension is a number, or a name for any."""
    dims = b"".join(
        field(1, b"\x08" + encoded(side) if isinstance(side, int) else field(2, side.encode())) for side in shape
    )
    tensor = b"\x08\x01" + field(2, dims)
    return field(1, name.encode()) + field(2, field(1, tensor))


def cleaned(model, shapes):
    """The model's bytes with the given shapes, by name, of its inputs and outputs."""
    out = bytearray()
    for number, content, whole in fields(model):
        out += field(GRAPH, graph(content, shapes)) if number == GRAPH else whole
    return bytes(out)


def graph(message, shapes):
    weights = {text(content, INITIALIZER_NAME) for number, content, _ in fields(message) if number == INITIALIZER}
    nodes = (content for number, content, _ in fields(message) if number == NODE)
    used = {name.decode() for node in nodes for number, name, _ in fields(node) if number == NODE_INPUT}
    out = bytearray()
    for number, content, whole in fields(message):
        if number == INITIALIZER and text(content, INITIALIZER_NAME) not in used:
            continue
        if number in (INPUT, OUTPUT):
            name = text(content, 1)
            if name in weights:
                continue
            whole = field(number, value_info(name, shapes[name]))
        # Shapes of what is between the layers were written for the old input.
        if number != VALUE_INFO:
            out += whole
    return bytes(out)
