#ifndef CDECIMAL128_H
#define CDECIMAL128_H

#include <stdint.h>

/// The bits of an IEEE 754-2008 decimal128 number in the binary integer encoding.
///
/// A plain struct instead of the library's own, which is over-aligned and needs its macros to be
/// set before its headers are read.
typedef struct {
  uint64_t low;
  uint64_t high;
} decimal128_bits;

// Every operation rounds half to even; overflow and undefined results come back as infinity or NaN.

decimal128_bits decimal128_add(decimal128_bits a, decimal128_bits b);
decimal128_bits decimal128_subtract(decimal128_bits a, decimal128_bits b);
decimal128_bits decimal128_multiply(decimal128_bits a, decimal128_bits b);
decimal128_bits decimal128_divide(decimal128_bits a, decimal128_bits b);
decimal128_bits decimal128_remainder(decimal128_bits a, decimal128_bits b);
decimal128_bits decimal128_power(decimal128_bits base, decimal128_bits exponent);
decimal128_bits decimal128_square_root(decimal128_bits a);
decimal128_bits decimal128_exponential(decimal128_bits a);
decimal128_bits decimal128_natural_logarithm(decimal128_bits a);

int decimal128_is_equal(decimal128_bits a, decimal128_bits b);
int decimal128_is_less(decimal128_bits a, decimal128_bits b);

#endif
