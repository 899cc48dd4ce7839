#ifndef NASKAH_CEXPAT_SHIM_H
#define NASKAH_CEXPAT_SHIM_H

#include <expat.h>

#endif
