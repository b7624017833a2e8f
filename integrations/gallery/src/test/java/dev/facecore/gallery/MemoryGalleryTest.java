package dev.facecore.gallery;

/** The contract can be kept with what the package for stores offers. */
class MemoryGalleryTest extends GalleryContract {
  private final MemoryGallery.Shelf shelf = new MemoryGallery.Shelf();

  @Override
  protected Gallery open(String model) {
    return new MemoryGallery(shelf, model);
  }
}
