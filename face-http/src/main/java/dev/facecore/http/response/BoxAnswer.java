package dev.facecore.http.response;

import dev.facecore.Box;

/** Where a face is, in pixels of the image as displayed. */
record BoxAnswer(double x, double y, double width, double height) {
  static BoxAnswer of(Box box) {
    return new BoxAnswer(
        Rounded.pixels(box.x()),
        Rounded.pixels(box.y()),
        Rounded.pixels(box.width()),
        Rounded.pixels(box.height()));
  }
}
