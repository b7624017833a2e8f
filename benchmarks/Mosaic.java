import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/**
 * Repeats a square of one photograph in a grid: {@code java Mosaic.java PHOTO OUT.jpg COLUMNS ROWS
 * SIDE X Y WIDTH [TURN OPACITY]}. Each cell is turned by TURN degrees more than the one before it and
 * drawn over grey with OPACITY percent.
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
    double turn = args.length > 8 ? Math.toRadians(Double.parseDouble(args[8])) : 0;
    float opacity = args.length > 9 ? Float.parseFloat(args[9]) / 100 : 1;
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, all.getWidth(), all.getHeight());
    pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
    for (int cell = 0; cell < rows * columns; cell++) {
      AffineTransform place = AffineTransform.getTranslateInstance(cell % columns * side, cell / columns * side);
      place.rotate(cell * turn, side / 2.0, side / 2.0);
      pen.drawImage(small, place, null);
    }
    String name = args[1];
    if (!ImageIO.write(all, name.substring(name.lastIndexOf('.') + 1), new File(name))) throw new Error(name);
  }
}
