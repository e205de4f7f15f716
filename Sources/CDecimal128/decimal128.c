#include "CDecimal128.h"
