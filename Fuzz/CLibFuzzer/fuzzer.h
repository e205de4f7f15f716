#include <stddef.h>
#include <stdint.h>

// Declared by LLVM's libFuzzer, which `-sanitize=fuzzer` links.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
