import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.TreeMap;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.fonts.Font;
import org.apache.fop.fonts.FontInfo;
import org.apache.fop.fonts.FontTriplet;
import org.apache.fop.render.intermediate.IFContext;
import org.apache.fop.render.intermediate.IFException;
import org.apache.fop.render.intermediate.IFPainter;
import org.apache.fop.render.pdf.PDFDocumentHandler;

/** Where FOP puts every word: FopWords CONF FILE.fo... One process for all files.
 *
 *  Its PDF painter is listened to: the matrix of what is drawn is kept, and each string is cut at its
 *  blanks with the widths FOP itself uses. Lines: "F file", "P width height" for a page, "W x y size
 *  text" for a word (points, y of the baseline from the top), "E text" for what went wrong. */
public final class FopWords {
    private static PrintStream out;
    /** The pages of a file, by number: those that wait for a citation are painted late. */
    private static final TreeMap<Integer, StringBuilder> PAGES = new TreeMap<>();

    private static final class Handler extends PDFDocumentHandler {
        private final Deque<AffineTransform> saved = new ArrayDeque<>();
        private AffineTransform now = new AffineTransform();
        private StringBuilder page;
        private Font font;
        private double size;

        Handler(IFContext context) {
            super(context);
        }

        @Override
        public void startPage(int index, String name, String master, Dimension area) throws IFException {
            super.startPage(index, name, master, area);
            now = new AffineTransform();
            page = PAGES.computeIfAbsent(index, i -> new StringBuilder());
            page.append(String.format(Locale.ROOT, "P %.2f %.2f%n", area.width / 1000.0, area.height / 1000.0));
        }

        @Override
        public IFPainter startPageContent() throws IFException {
            IFPainter painter = super.startPageContent();
            return (IFPainter) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {IFPainter.class},
                (proxy, method, a) -> {
                    switch (method.getName()) {
                    case "startViewport":
                    case "startGroup":
                        saved.push(new AffineTransform(now));
                        if (a[0] instanceof AffineTransform) {
                            now.concatenate((AffineTransform) a[0]);
                        } else {
                            for (AffineTransform t : (AffineTransform[]) a[0]) {
                                now.concatenate(t);
                            }
                        }
                        break;
                    case "endViewport":
                    case "endGroup":
                        now = saved.pop();
                        break;
                    case "setFont":
                        FontInfo info = getFontInfo();
                        size = ((Integer) a[4]).intValue();
                        FontTriplet triplet = info.fontLookup((String) a[0], (String) a[1],
                            ((Integer) a[2]).intValue());
                        font = info.getFontInstance(triplet, ((Integer) a[4]).intValue());
                        break;
                    case "drawText":
                        text((Integer) a[0], (Integer) a[1], (Integer) a[2], (Integer) a[3], (int[][]) a[4],
                            (String) a[5]);
                        break;
                    default:
                    }
                    try {
                        return method.invoke(painter, a);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        }

        private void text(int x, int y, int letterSpacing, int wordSpacing, int[][] dp, String text) {
            double pen = x;
            double start = x;
            int from = 0;
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : ' ';
                if (dp != null && i < dp.length && dp[i] != null) {
                    pen += dp[i][0];
                }
                boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b';
                if (blank) {
                    if (i > from) {
                        Point2D at = now.transform(new Point2D.Double(start, y), null);
                        Point2D end = now.transform(new Point2D.Double(pen, y), null);
                        page.append(String.format(Locale.ROOT, "W %.2f %.2f %.2f %.2f %s%n", at.getX() / 1000, at.getY() / 1000,
                            Math.abs(end.getX() - at.getX()) / 1000, size / 1000, text.substring(from, i)));
                    }
                    from = i + 1;
                }
                if (i < text.length()) {
                    pen += font.getCharWidth(c) + letterSpacing;
                    if (c == ' ' || c == '\u00a0') {
                        pen += wordSpacing;
                    }
                    if (dp != null && i < dp.length && dp[i] != null && dp[i][0] != dp[i][2]) {
                        pen += dp[i][2] - dp[i][0];
                    }
                }
                if (blank) {
                    start = pen + (dp != null && i + 1 < dp.length && dp[i + 1] != null ? dp[i + 1][0] : 0);
                }
            }
        }
    }

    public static void main(String[] a) throws Exception {
        out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, "UTF-8");
        FopFactory factory = null;
        File folder = null; /* pictures are looked for beside the file */
        for (int i = 1; i < a.length; i++) {
            out.println("F " + a[i]);
            PAGES.clear();
            try {
                File here = new File(a[i]).getAbsoluteFile().getParentFile();
                if (!here.equals(folder)) {
                    folder = here;
                    factory = new FopConfParser(new File(a[0]).getAbsoluteFile(), here.toURI())
                        .getFopFactoryBuilder().build();
                }
                FOUserAgent agent = factory.newFOUserAgent();
                agent.getEventBroadcaster().addEventListener(e -> { });
                agent.setDocumentHandlerOverride(new Handler(new IFContext(agent)));
                Fop fop = agent.newFop("application/pdf", OutputStream.nullOutputStream());
                StreamSource source = new StreamSource(new File(a[i]));
                TransformerFactory.newInstance().newTransformer()
                    .transform(source, new SAXResult(fop.getDefaultHandler()));
            } catch (Exception | Error e) {
                Throwable t = e;
                while (t.getCause() != null) {
                    t = t.getCause();
                }
                PAGES.clear();
                out.println("E " + String.valueOf(t.getMessage()).replace('\n', ' '));
            }
            PAGES.values().forEach(out::print);
        }
        out.flush();
    }
}
