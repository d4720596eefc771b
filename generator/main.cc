// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/cli/run.h"

int main(int argument_count, char** arguments) {
  return congbo::cli::run(argument_count, arguments);
}
