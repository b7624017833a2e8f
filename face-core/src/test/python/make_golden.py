#!/usr/bin/env python3
"""Writes the golden values of the sample photographs, computed without the library under test.

    python3 -m venv golden && golden/bin/pip install onnxruntime "opencv-python-headless<5" numpy
    golden/bin/python face-core/src/test/python/make_golden.py

Reads face-examples/photos and the weights of the module models; writes
face-core/src/test/resources/golden/photos.txt, which GoldenPhotosIT compares with the library:

    picture NAME WIDTH HEIGHT FACES
    face X Y WIDTH HEIGHT CONFIDENCE X1 Y1 ... X5 Y5 E1 ... E512     one line per face, from left to right

in pixels of the picture; the embedding has length 1.

What it implements: RetinaFace as in biubug6/Pytorch_Retinaface (cfg_mnet: priors, variances, BGR minus the
means), with the picture shrunk to at most 640 pixels, never enlarged, and padded to multiples of 32;
Umeyama's similarity transform (1991, through the singular value decomposition) onto InsightFace's template,
from a picture whose pixels are averaged in squares first where the face shrinks by 2 or more;
the embedding network on BGR, (x - 127.5) / 127.5.
"""
import math
import pathlib

import cv2
import numpy as np
import onnxruntime

ROOT = pathlib.Path(__file__).resolve().parents[4]
PHOTOS = ROOT / "face-examples/photos"
MODELS = ROOT / "models/src/main/resources/dev/facecore/models"
TARGET = ROOT / "face-core/src/test/resources/golden/photos.txt"

LONGEST, MULTIPLE = 640, 32
MEANS = np.array([104, 117, 123], np.float32)
STEPS, SIZES = (8, 16, 32), ((16, 32), (64, 128), (256, 512))
VARIANCES = (0.1, 0.2)
MIN_CONFIDENCE, MAX_OVERLAP = 0.5, 0.4
TEMPLATE = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]
)


def session(name):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(MODELS / name), options, providers=["CPUExecutionProvider"])


def shrunk_and_padded(picture):
    height, width = picture.shape[:2]
    factor = min(1, LONGEST / max(height, width))
    new_width, new_height = (max(1, math.floor(side * factor + 0.5)) for side in (width, height))
    small = cv2.resize(picture, (new_width, new_height), interpolation=cv2.INTER_LINEAR)
    right, below = -new_width % MULTIPLE, -new_height % MULTIPLE
    padded = cv2.copyMakeBorder(small, 0, below, 0, right, cv2.BORDER_CONSTANT, value=(0, 0, 0))
    return padded, np.array([width / new_width, height / new_height])


def priors(width, height):
    """Centre x, centre y and side of every prior, in pixels of the network's input."""
    return np.array(
        [
            ((column + 0.5) * step, (row + 0.5) * step, side)
            for step, sides in zip(STEPS, SIZES)
            for row in range(height // step)
            for column in range(width // step)
            for side in sides
        ]
    )


def overlap(one, other):
    left, top = np.maximum(one[:2], other[:2])
    right, bottom = np.minimum(one[2:4], other[2:4])
    shared = max(0, right - left) * max(0, bottom - top)
    areas = [(box[2] - box[0]) * (box[3] - box[1]) for box in (one, other)]
    return shared / (sum(areas) - shared)


def detect(network, picture):
    """Rows of left, top, right, bottom, confidence and ten coordinates, in pixels of the picture."""
    padded, scale = shrunk_and_padded(picture)
    tensor = (padded.astype(np.float32) - MEANS).transpose(2, 0, 1)[None]
    offsets, confidences, points = (output[0] for output in network.run(["loc", "conf", "landmarks"], {"input": tensor}))
    grid = priors(padded.shape[1], padded.shape[0])
    centres = grid[:, :2] + offsets[:, :2] * VARIANCES[0] * grid[:, 2:]
    sides = grid[:, 2:] * np.exp(offsets[:, 2:] * VARIANCES[1])
    corners = np.hstack([centres - sides / 2, centres + sides / 2])
    points = np.tile(grid[:, :2], 5) + points * VARIANCES[0] * grid[:, 2:]
    rows = np.hstack([corners, confidences[:, 1:], points])
    rows = rows[rows[:, 4] >= MIN_CONFIDENCE]
    rows = rows[np.argsort(-rows[:, 4], kind="stable")]
    kept = []
    for row in rows:
        if all(overlap(row, better) <= MAX_OVERLAP for better in kept):
            kept.append(row)
    kept = [np.hstack([row[:4] * np.tile(scale, 2), row[4], row[5:] * np.tile(scale, 5)]) for row in kept]
    height, width = picture.shape[:2]
    for row in kept:
        row[[0, 2]] = row[[0, 2]].clip(0, width)
        row[[1, 3]] = row[[1, 3]].clip(0, height)
    return sorted(kept, key=lambda row: row[0])


def umeyama(source, target):
    """The 2x3 matrix of the least-squares similarity transform."""
    source_mean, target_mean = source.mean(0), target.mean(0)
    covariance = (target - target_mean).T @ (source - source_mean) / len(source)
    u, singular, vt = np.linalg.svd(covariance)
    signs = np.array([1, np.sign(np.linalg.det(u) * np.linalg.det(vt))])
    rotation = u @ np.diag(signs) @ vt
    factor = (singular * signs).sum() / (source - source_mean).var(0).sum()
    return np.hstack([factor * rotation, (target_mean - factor * rotation @ source_mean)[:, None]])


def averaged(picture, times):
    """One pixel for each square of the picture, the last of them filled up from the edge."""
    height, width = picture.shape[:2]
    filled = np.pad(picture, ((0, -height % times), (0, -width % times), (0, 0)), mode="edge").astype(np.float64)
    rows, columns = filled.shape[0] // times, filled.shape[1] // times
    means = filled.reshape(rows, times, columns, times, 3).mean(axis=(1, 3))
    return np.rint(means).astype(np.uint8)


def embed(network, picture, points):
    matrix = umeyama(points, TEMPLATE)
    times = int(1 / np.hypot(*matrix[:, 0]))
    if times > 1:
        picture = averaged(picture, times)
        # Pixels are counted from the centre of the first one.
        matrix[:, 2] += matrix[:, :2] @ np.full(2, (times - 1) / 2)
        matrix[:, :2] *= times
    aligned = cv2.warpAffine(picture, matrix, (112, 112), flags=cv2.INTER_LINEAR)
    tensor = ((aligned.astype(np.float32) - 127.5) / 127.5).transpose(2, 0, 1)[None]
    raw = network.run(["output"], {"input": tensor})[0][0].astype(np.float64)
    return raw / np.linalg.norm(raw)


def numbers(values, decimals):
    return " ".join(f"{value:.{decimals}f}" for value in values)


def main():
    detector, embedder = session("retinaface-mobilenet025.onnx"), session("arcface-mobilefacenet-512.onnx")
    lines = []
    for path in sorted(PHOTOS.iterdir()):
        picture = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if picture is None:
            continue
        faces = detect(detector, picture)
        lines.append(f"picture {path.name} {picture.shape[1]} {picture.shape[0]} {len(faces)}")
        for face in faces:
            box = [face[0], face[1], face[2] - face[0], face[3] - face[1]]
            embedding = embed(embedder, picture, face[5:].reshape(5, 2))
            lines.append(f"face {numbers(box, 3)} {face[4]:.5f} {numbers(face[5:], 3)} {numbers(embedding, 6)}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")
    print(f"{sum(line.startswith('face') for line in lines)} faces of {sum(line.startswith('picture') for line in lines)} pictures")


if __name__ == "__main__":
    main()
