/* What the file says about itself: XMP, document information, output intent, attachments.
 *
 * The hard idea: one set of values, told twice (XMP and the information dictionary) by the same
 * code, so that they cannot disagree. The claim is made only when asked for: then PDF/A-2a, or 3a
 * when files are attached, and PDF/UA-1. Schemas PDF/A does not know must be described in the
 * packet (ISO 19005-2, 6.6.2.3). */
#include <stdio.h>
#include <string.h>

#include "pdf/internal.h"

#define PRODUCER "hjemmel " HJ_VERSION

/* 2026-11-24T00:00:00+01:00 -> D:20261124000000+01'00' ; false for any other form */
static bool pdf_date(const char *iso, char out[32])
{
    static const char shape[] = "0000-00-00T00:00:00";
    if (!iso || strlen(iso) < sizeof shape - 1)
        return false;
    char *to = out;
    to += sprintf(to, "D:");
    for (size_t i = 0; shape[i]; i++) {
        if (shape[i] == '0') {
            if (iso[i] < '0' || iso[i] > '9')
                return false;
            *to++ = iso[i];
        } else if (iso[i] != shape[i]) {
            return false;
        }
    }
    const char *zone = iso + sizeof shape - 1;
    if (strcmp(zone, "Z") == 0 || !*zone)
        strcpy(to, "Z");
    else if ((*zone == '+' || *zone == '-') && strlen(zone) == 6 && zone[3] == ':'
             && strspn(zone + 1, "0123456789") == 2 && strspn(zone + 4, "0123456789") == 2)
        sprintf(to, "%.3s'%.2s'", zone, zone + 4);
    else
        return false;
    return true;
}

static void put(hj_buf *o, const char *key, const char *value)
{
    if (value && *value) {
        hj_buf_str(o, key);
        hj_pdf_text(o, value, strlen(value));
    }
}

uint32_t hj_pdf_write_info(hj_pdf *pdf)
{
    uint32_t id = hj_pdf_id(&pdf->file);
    hj_buf *o = hj_pdf_object(&pdf->file, id);
    char date[32];
    hj_buf_str(o, "<<");
    put(o, "/Title", pdf->info.title);
    put(o, "/Author", pdf->info.author);
    put(o, "/Subject", pdf->info.subject);
    put(o, "/Producer", PRODUCER);
    if (pdf_date(pdf->info.date, date))
        hj_buf_printf(o, "/CreationDate(%s)/ModDate(%s)", date, date);
    hj_buf_str(o, ">>");
    return id;
}

static void element(hj_buf *o, const char *before, const char *value, const char *after)
{
    if (value && *value) {
        hj_buf_str(o, before);
        hj_buf_xml(o, value);
        hj_buf_str(o, after);
    }
}

/* Schemas PDF/A does not know are described in the packet: that of PDF/UA, and our own, which tells
 * what made the document (README.md). */
#define DESCRIBED(name, uri, prefix, property, type, text)                                  \
    "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>" name "</pdfaSchema:schema>"    \
    "<pdfaSchema:namespaceURI>" uri "</pdfaSchema:namespaceURI>"                            \
    "<pdfaSchema:prefix>" prefix "</pdfaSchema:prefix>"                                     \
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"                     \
    "<pdfaProperty:name>" property "</pdfaProperty:name>"                                   \
    "<pdfaProperty:valueType>" type "</pdfaProperty:valueType>"                             \
    "<pdfaProperty:category>internal</pdfaProperty:category>"                               \
    "<pdfaProperty:description>" text "</pdfaProperty:description>"                         \
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"

static const char schemas[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag>"
    DESCRIBED("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part",
              "Integer", "PDF/UA part")
    DESCRIBED("hjemmel", HJ_PDF_MADE_BY, "hjemmel", "avtrykk", "seq Text",
              "Program, libraries, rule packs, templates and fonts that made the document")
    "</rdf:Bag></pdfaExtension:schemas></rdf:Description>";

/* One item a line. */
static void put_fingerprint(hj_buf *o, const char *lines)
{
    hj_buf_str(o, "<rdf:Description rdf:about=\"\" xmlns:hjemmel=\"" HJ_PDF_MADE_BY "\">"
               "<hjemmel:avtrykk><rdf:Seq>");
    hj_buf line = {0};
    for (const char *p = lines; *p;) {
        size_t n = strcspn(p, "\n");
        hj_buf_clear(&line);
        hj_buf_add(&line, p, n);
        element(o, "\n<rdf:li>", line.data, "</rdf:li>");
        p += n + (p[n] == '\n');
    }
    hj_buf_free(&line);
    hj_buf_str(o, "</rdf:Seq></hjemmel:avtrykk></rdf:Description>");
}

uint32_t hj_pdf_write_xmp(hj_pdf *pdf)
{
    const hj_document_info *info = &pdf->info;
    char date[32];
    hj_buf o = {0};
    hj_buf_str(&o, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
               "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
               " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
               " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
               "<dc:format>application/pdf</dc:format>");
    element(&o, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
            "</rdf:li></rdf:Alt></dc:title>");
    element(&o, "<dc:creator><rdf:Seq><rdf:li>", info->author,
            "</rdf:li></rdf:Seq></dc:creator>");
    element(&o, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
            "</rdf:li></rdf:Alt></dc:description>");
    element(&o, "<dc:language><rdf:Bag><rdf:li>", info->lang, "</rdf:li></rdf:Bag></dc:language>");
    if (pdf_date(info->date, date)) {
        const char *zone = strlen(info->date) == 19 ? "Z" : "";
        hj_buf_printf(&o, "<xmp:CreateDate>%s%s</xmp:CreateDate><xmp:ModifyDate>%s%s"
                      "</xmp:ModifyDate>", info->date, zone, info->date, zone);
    }
    hj_buf_str(&o, "<xmp:CreatorTool>" PRODUCER "</xmp:CreatorTool><pdf:Producer>" PRODUCER
               "</pdf:Producer></rdf:Description>");
    if (info->fingerprint)
        put_fingerprint(&o, info->fingerprint);
    if (info->claim_standard) {
        hj_buf_printf(&o, "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">"
                      "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                      "<pdfuaid:part>1</pdfuaid:part></rdf:Description>",
                      pdf->options.n_attachments ? 3 : 2);
        hj_buf_str(&o, schemas);
    }
    hj_buf_str(&o, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    uint32_t id = hj_pdf_id(&pdf->file);
    /* Never deflated: archives search for it. */
    hj_pdf_stream(&pdf->file, id, "/Type/Metadata/Subtype/XML", o.data, o.len, HJ_PDF_PLAIN);
    hj_buf_free(&o);
    return id;
}

void hj_pdf_write_intent(hj_pdf *pdf, hj_buf *out)
{
    uint32_t id = hj_pdf_id(&pdf->file);
    hj_buf room = {0};
    const hj_buf *profile = hj_pdf_profile(&pdf->file, &room);
    hj_pdf_stream(&pdf->file, id, "/N 3", profile->data, profile->len, HJ_PDF_DEFLATED);
    hj_buf_free(&room);
    hj_buf_printf(out, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                  "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
                  "/DestOutputProfile %u 0 R>>]", id);
}

/* Attached files (ISO 19005-3, 6.8): each has a media type, a relationship and a name. */
void hj_pdf_write_attachments(hj_pdf *pdf, hj_buf *out)
{
    size_t n = pdf->options.n_attachments;
    if (!n)
        return;
    hj_buf dict = {0}, names = {0};
    hj_buf_str(out, "/AF[");
    for (size_t i = 0; i < n; i++) {
        const hj_attachment *a = &pdf->options.attachments[i];
        uint32_t stream = hj_pdf_id(&pdf->file), spec = hj_pdf_id(&pdf->file);
        char date[32];
        hj_buf_clear(&dict);
        hj_buf_str(&dict, "/Type/EmbeddedFile/Subtype");
        hj_pdf_name(&dict, a->mime ? a->mime : "application/octet-stream");
        unsigned char sum[16];
        hj_pdf_md5(a->bytes, a->len, sum);
        hj_buf_printf(&dict, "/Params<</Size %zu/CheckSum<", a->len);
        for (size_t k = 0; k < sizeof sum; k++)
            hj_buf_printf(&dict, "%02x", sum[k]);
        hj_buf_char(&dict, '>');
        if (pdf_date(a->date ? a->date : pdf->info.date, date))
            hj_buf_printf(&dict, "/ModDate(%s)", date);
        hj_buf_str(&dict, ">>");
        hj_pdf_stream(&pdf->file, stream, dict.data, a->bytes, a->len, HJ_PDF_DEFLATE);
        hj_buf *o = hj_pdf_object(&pdf->file, spec);
        hj_buf_str(o, "<</Type/Filespec");
        put(o, "/F", a->name);
        put(o, "/UF", a->name);
        put(o, "/Desc", a->description ? a->description : a->name);
        hj_buf_str(o, "/AFRelationship");
        hj_pdf_name(o, a->relationship ? a->relationship : "Unspecified");
        hj_buf_printf(o, "/EF<</F %u 0 R/UF %u 0 R>>>>", stream, stream);
        hj_pdf_ref(out, spec);
        /* Keys by place, so that they are sorted whatever the names are. */
        hj_buf_printf(&names, "(%08zu)%u 0 R", i, spec);
    }
    hj_buf_str(out, "]/Names<</EmbeddedFiles<</Names[");
    hj_buf_add(out, names.data, names.len);
    hj_buf_str(out, "]>>>>");
    hj_buf_free(&dict);
    hj_buf_free(&names);
}
