#ifndef CDECIMAL128_H
#define CDECIMAL128_H
#include <stdint.h>
#endif
