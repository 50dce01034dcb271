import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;

/** FOP in one process: one factory, compiled stylesheet, the second half of the letters counted.
 *  FopPeer CONF fo LETTER.fo N | CONF xslt CASE.xml N LETTER.xsl [OUT.pdf] ; one JSON line. */
public final class FopPeer {
    private static double cpuMs() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime() / 1e6;
    }

    public static void main(String[] a) throws Exception {
        boolean xslt = a[1].equals("xslt");
        int n = Integer.parseInt(a[3]);
        FopFactory factory = FopFactory.newInstance(new File(a[0]));
        String source = new String(Files.readAllBytes(new File(a[2]).toPath()), StandardCharsets.UTF_8);
        Templates sheet = xslt ? TransformerFactory.newInstance().newTemplates(new StreamSource(new File(a[4]))) : null;
        double start = 0;
        long bytes = 0;
        byte[] last = null;
        for (int i = 0; i < n; i++) {
            if (i == n / 2) {
                start = cpuMs();
            }
            String text = source.replace("Nordmann", "Nordmann" + (char) ('a' + i % 26))
                .replace("01873", String.format("018%02d", i % 100));
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
            FOUserAgent agent = factory.newFOUserAgent();
            agent.setTitle("Vedtak om helse- og omsorgstjenester");
            Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
            Transformer t = xslt ? sheet.newTransformer() : TransformerFactory.newInstance().newTransformer();
            t.transform(new StreamSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                new SAXResult(fop.getDefaultHandler()));
            last = out.toByteArray();
            bytes += last.length;
        }
        double ms = (cpuMs() - start) / (n - n / 2);
        if (a.length > 5) {
            try (FileOutputStream f = new FileOutputStream(a[5])) {
                f.write(last);
            }
        }
        System.out.println("{\"tool\": \"fop\", \"mode\": \"" + a[1] + "\", \"letters\": " + n + ", \"median_ms\": " + ms
            + ", \"bytes\": " + bytes / n + "}");
    }
}
