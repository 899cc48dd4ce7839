#ifndef NASKAH_CLIBZIP_SHIM_H
#define NASKAH_CLIBZIP_SHIM_H

#include <zip.h>

#endif
