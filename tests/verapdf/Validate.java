import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validate BAD GOOD...: every GOOD file as PDF/A (2a, or 3a when the file says so) and as PDF/UA-1,
 * in one virtual machine, told as TAP. BAD is a file that must fail both: a validator that accepts
 * it proves nothing, and then nothing is ok.
 */
public class Validate {
    private static int number;

    private static void tell(boolean ok, String what) {
        System.out.println((ok ? "ok " : "not ok ") + ++number + " - " + what);
    }

    /** Folder and file: tells the samples apart, and is the same in every run. */
    private static String name(String file) {
        File f = new File(file).getAbsoluteFile();
        return f.getParentFile().getName() + "/" + f.getName();
    }

    /** The broken rules of a file; null when it could not be read at all. */
    private static TreeSet<String> faults(String file, PDFAFlavour flavour) {
        TreeSet<String> found = new TreeSet<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion a : result.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    found.add(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber() + " "
                              + a.getMessage() + " at " + a.getLocation().getContext());
                }
            }
            if (!result.isCompliant() && found.isEmpty()) {
                found.add("not compliant");
            }
            return found;
        } catch (Exception e) {
            System.out.println("# " + name(file) + ": " + e);
            return null;
        }
    }

    private static PDFAFlavour archive(String file) throws Exception {
        String text = Files.readString(new File(file).toPath(), StandardCharsets.ISO_8859_1);
        return text.contains("<pdfaid:part>3<") ? PDFAFlavour.PDFA_3_A : PDFAFlavour.PDFA_2_A;
    }

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean sound = true;
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            TreeSet<String> found = faults(files[0], flavour);
            boolean refused = found != null && !found.isEmpty();
            tell(refused, "the validator refuses a plain PDF as " + flavour);
            sound &= refused;
        }
        for (int i = 1; i < files.length; i++) {
            for (PDFAFlavour flavour : List.of(archive(files[i]), PDFAFlavour.PDFUA_1)) {
                TreeSet<String> found = faults(files[i], flavour);
                tell(sound && found != null && found.isEmpty(), name(files[i]) + " is " + flavour);
                if (found != null) {
                    found.stream().limit(10).forEach(f -> System.out.println("# " + f));
                }
            }
        }
        System.out.println("1.." + number);
    }
}
