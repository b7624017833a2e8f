module program {
  requires dev.facecore;
}
