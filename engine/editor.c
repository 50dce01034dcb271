/* hjemmel editor: the files that give completion, types and squiggles in ordinary editors.
 *
 * The hard idea: they are made of the packs and the engine, so they are thrown away and made again;
 * a mark in the first line tells which files are ours, and no other is ever written over. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "handle.h"

#define MARK "made by hjemmel editor"

typedef struct out_file {
    const char *name;
    hj_buf bytes;
} out_file;

static bool ours(hj_work *w, const char *path)
{
    size_t n;
    char *old = hj_file_read(w->arena, path, 4 << 20, &n, w->diags);
    if (!old)
        return false;
    old[strcspn(old, "\n")] = 0;
    return strstr(old, MARK) != NULL;
}

/* The schemas by their namespaces, as an editor looks them up; and what a file may say itself. */
static void catalog(hj_work *w, hj_buf *out)
{
    static const char *const kinds[] = {"sak", "kommune", "moete", "prosjekt"};
    char *folder = realpath(w->handle->schema_dir, NULL);
    const char *dir = folder ? folder : w->handle->schema_dir;
    hj_buf_printf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- " MARK " -->\n"
                       "<!-- An editor that does not read catalogs finds the schema by a line "
                       "before the root element:\n");
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        hj_buf_printf(out, "     <?xml-model href=\"file://%s/%s.xsd\"?>\n", dir, kinds[i]);
    hj_buf_str(out, "-->\n<catalog xmlns=\"urn:oasis:names:tc:entity:xmlns:xml:catalog\">\n");
    for (size_t i = 0; i < HJ_COUNT(kinds); i++)
        hj_buf_printf(out, "  <uri name=\"urn:hjemmel:%s:1\" uri=\"file://%s/%s.xsd\"/>\n", kinds[i],
                      dir, kinds[i]);
    hj_buf_str(out, "</catalog>\n");
    free(folder);
}

static void language_server(hj_buf *out)
{
    hj_buf_str(out, "{ // " MARK "\n"
                    "  \"runtime.version\": \"Lua 5.4\",\n"
                    "  \"runtime.builtin\": {\n");
    static const char *const builtin[] = {"basic", "bit", "bit32", "builtin", "coroutine", "debug",
                                          "ffi", "io", "jit", "math", "os", "package", "string",
                                          "table", "table.clear", "table.new", "utf8"};
    for (size_t i = 0; i < HJ_COUNT(builtin); i++) {
        bool kept = strcmp(builtin[i], "math") == 0 || strcmp(builtin[i], "table") == 0
            || strcmp(builtin[i], "builtin") == 0;
        hj_buf_printf(out, "    \"%s\": \"%s\"%s\n", builtin[i], kept ? "enable" : "disable",
                      i + 1 < HJ_COUNT(builtin) ? "," : "");
    }
    hj_buf_str(out, "  },\n"
                    "  \"workspace.library\": [\".hjemmel\"],\n"
                    "  \"workspace.checkThirdParty\": false,\n"
                    "  \"diagnostics.disable\": [\"lowercase-global\"]\n"
                    "}\n");
}

static bool write_files(hj_work *w, const char *dir, out_file *files, size_t n, bool force)
{
    struct stat st;
    for (size_t i = 0; i < n; i++) {
        const char *path = hj_path_join(w->arena, dir, files[i].name);
        if (lstat(path, &st) == 0 && !force && !ours(w, path)) {
            hj_error(w->diags, "HJ-EDITOR-001", HJ_FILE(path),
                     "this file was not made by hjemmel editor, and is not written over");
            hj_hint(w->diags, "--force writes over it");
        }
    }
    if (w->diags->errors)
        return false;
    const char *sub = hj_path_join(w->arena, dir, ".hjemmel");
    if (*dir && !hj_file_is_dir(dir))
        mkdir(dir, 0777);
    if (mkdir(sub, 0777) != 0 && !hj_file_is_dir(sub)) {
        hj_error_blame(w->diags, HJ_BLAME_ENVIRONMENT, "HJ-EDITOR-002", HJ_FILE(sub),
                       "the folder cannot be made");
        return false;
    }
    for (size_t i = 0; i < n; i++)
        if (!hj_file_write(hj_path_join(w->arena, dir, files[i].name), files[i].bytes.data,
                           files[i].bytes.len, w->diags))
            return false;
    return true;
}

hjemmel_result *hjemmel_editor(hjemmel *h, const char *dir, bool force, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, dir ? dir : ".", job);
    out_file files[] = {{.name = ".hjemmel/hjemmel.lua"}, {.name = ".luacheckrc"},
                        {.name = ".luarc.json"}, {.name = ".hjemmel/katalog.xml"}};
    hj_buf out = {0};
    hj_buf_str(&files[0].bytes, "-- " MARK "\n");
    hj_buf_str(&files[1].bytes, "-- " MARK "\n");
    dir = dir ? dir : "";
    if (hj_rulebase_definitions(h->rule_dirs, &files[0].bytes, &files[1].bytes, w->diags)) {
        language_server(&files[2].bytes);
        catalog(w, &files[3].bytes);
        if (write_files(w, dir, files, HJ_COUNT(files), force))
            for (size_t i = 0; i < HJ_COUNT(files); i++)
                hj_buf_printf(&out, "%s: %s\n", hj_path_join(w->arena, dir, files[i].name),
                              hj_tr(h->lang, HJ_T("written")));
    }
    for (size_t i = 0; i < HJ_COUNT(files); i++)
        hj_buf_free(&files[i].bytes);
    return hj_work_finish(w, &out);
}
