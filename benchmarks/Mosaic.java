import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/**
 * Repeats a square of one photograph in a grid: {@code java Mosaic.java PHOTO OUT.jpg COLUMNS ROWS
 * SIDE X Y WIDTH}.
 */
class Mosaic {
  public static void main(String[] args) throws Exception {
    BufferedImage photo = ImageIO.read(new File(args[0]));
    int columns = Integer.parseInt(args[2]);
    int rows = Integer.parseInt(args[3]);
    int side = Integer.parseInt(args[4]);
    int cut = Integer.parseInt(args[7]);
    BufferedImage square =
        photo.getSubimage(Integer.parseInt(args[5]), Integer.parseInt(args[6]), cut, cut);
    BufferedImage all = new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = all.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    small.createGraphics().drawImage(square.getScaledInstance(side, side, BufferedImage.SCALE_AREA_AVERAGING), 0, 0, null);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) pen.drawImage(small, column * side, row * side, null);
    }
    String name = args[1];
    if (!ImageIO.write(all, name.substring(name.lastIndexOf('.') + 1), new File(name))) throw new Error(name);
  }
}
