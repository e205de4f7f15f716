#include "CDecimal128.h"

// How the archive bidgcc000 was built: arguments by value, rounding and flags passed in.
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

static inline BID_UINT128 wrapped(decimal128_bits bits) {
  BID_UINT128 value;
  value.w[0] = bits.low;
  value.w[1] = bits.high;
  return value;
}

static inline decimal128_bits unwrapped(BID_UINT128 value) {
  decimal128_bits bits = {value.w[0], value.w[1]};
  return bits;
}

// The flags are dropped: whether a result is finite can be read off its bits.

#define BINARY(name, function)                                                 \
  decimal128_bits name(decimal128_bits a, decimal128_bits b) {                 \
    _IDEC_flags flags = 0;                                                     \
    return unwrapped(                                                          \
        function(wrapped(a), wrapped(b), BID_ROUNDING_TO_NEAREST, &flags));    \
  }

#define UNARY(name, function)                                                  \
  decimal128_bits name(decimal128_bits a) {                                    \
    _IDEC_flags flags = 0;                                                     \
    return unwrapped(function(wrapped(a), BID_ROUNDING_TO_NEAREST, &flags));   \
  }

BINARY(decimal128_add, bid128_add)
BINARY(decimal128_subtract, bid128_sub)
BINARY(decimal128_multiply, bid128_mul)
BINARY(decimal128_divide, bid128_div)
BINARY(decimal128_power, bid128_pow)
UNARY(decimal128_square_root, bid128_sqrt)
UNARY(decimal128_exponential, bid128_exp)
UNARY(decimal128_natural_logarithm, bid128_log)

decimal128_bits decimal128_remainder(decimal128_bits a, decimal128_bits b) {
  _IDEC_flags flags = 0;
  return unwrapped(bid128_fmod(wrapped(a), wrapped(b), &flags));
}

int decimal128_is_equal(decimal128_bits a, decimal128_bits b) {
  _IDEC_flags flags = 0;
  return bid128_quiet_equal(wrapped(a), wrapped(b), &flags);
}

int decimal128_is_less(decimal128_bits a, decimal128_bits b) {
  _IDEC_flags flags = 0;
  return bid128_quiet_less(wrapped(a), wrapped(b), &flags);
}
