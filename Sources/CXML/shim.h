#include <libxml/xmlreader.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
