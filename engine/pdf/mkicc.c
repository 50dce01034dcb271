/* Built and run by the Makefile: writes the sRGB profile as a C table.
 *
 * Why at build: an archival file carries the profile its colours are meant in, and lcms2 makes the
 * smallest correct one; but it writes the clock and a digest of it into the header, so both are
 * overwritten (ICC.1:2010, 7.2.8 and 7.2.18: an all-zero profile ID means "not computed"). */
#include <lcms2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsSetProfileVersion(profile, 4.3);
    cmsUInt32Number size = 0;
    if (!profile || !cmsSaveProfileToMem(profile, NULL, &size) || size < 128 || size > 4096)
        return 1;
    unsigned char *bytes = malloc(size);
    if (!bytes || !cmsSaveProfileToMem(profile, bytes, &size))
        return 1;
    static const unsigned char date[12] = {7, 234, 0, 1, 0, 1}; /* 2026-01-01 00:00:00 */
    memcpy(bytes + 24, date, sizeof date);
    memset(bytes + 84, 0, 16);

    printf("extern const unsigned char hj_srgb_profile[];\n"
           "extern const unsigned hj_srgb_profile_size;\n"
           "const unsigned hj_srgb_profile_size = %u;\n"
           "const unsigned char hj_srgb_profile[] = {", (unsigned)size);
    for (cmsUInt32Number i = 0; i < size; i++)
        printf("%s%u,", i % 20 ? "" : "\n    ", bytes[i]);
    printf("\n};\n");
    free(bytes);
    cmsCloseProfile(profile);
    return 0;
}
