import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import javax.xml.transform.Templates;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.stream.StreamSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.MimeConstants;

/** FOP in one process: one factory, compiled stylesheet. Answers as peer.py does, with the mean (Java's
 *  clock of the processor ticks in 10 ms). FopPeer CONF FILE.fo | FopPeer CONF CASE.xml LETTER.xsl */
public final class FopPeer {
    private static double cpuMs() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime() / 1e6;
    }

    private static long peakKb() throws Exception {
        for (String row : Files.readAllLines(new File("/proc/self/status").toPath())) {
            if (row.startsWith("VmHWM:")) {
                return Long.parseLong(row.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    public static void main(String[] a) throws Exception {
        FopFactory factory = FopFactory.newInstance(new File(a[0]));
        String source = new String(Files.readAllBytes(new File(a[1]).toPath()), StandardCharsets.UTF_8);
        Templates sheet = a.length < 3 ? null
            : TransformerFactory.newInstance().newTemplates(new StreamSource(new File(a[2])));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int made = 0;
        for (String row = in.readLine(); row != null; row = in.readLine()) {
            String[] wanted = row.trim().split(" ", 2);
            int n = Integer.parseInt(wanted[0]);
            long bytes = 0;
            double start = cpuMs();
            for (int i = 0; i < n; i++, made++) {
                String text = source.replace("Nordmann", "Nordmann" + (char) ('a' + made % 26))
                    .replace("01873", String.format("018%02d", made % 100));
                ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
                FOUserAgent agent = factory.newFOUserAgent();
                agent.setTitle("Vedtak om helse- og omsorgstjenester");
                Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, out);
                Transformer t = sheet != null ? sheet.newTransformer() : TransformerFactory.newInstance().newTransformer();
                t.transform(new StreamSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
                    new SAXResult(fop.getDefaultHandler()));
                bytes += out.size();
                if (wanted.length > 1) {
                    try (FileOutputStream f = new FileOutputStream(wanted[1])) {
                        out.writeTo(f);
                    }
                }
            }
            double end = cpuMs();
            System.out.println(String.format(Locale.ROOT, "{\"letters\": %d, \"median_ms\": %.3f, \"process_ms\": %.1f, "
                + "\"bytes\": %d, \"rss_kb\": %d}", n, (end - start) / n, end, bytes / n, peakKb()));
        }
    }
}
