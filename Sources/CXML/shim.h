// The structures of libxml2 that mention ICU are not used. Left in, its headers would clash with
// the ICU inside Foundation where both modules are imported.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
