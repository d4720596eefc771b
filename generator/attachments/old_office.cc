// SPDX-License-Identifier: GPL-3.0-or-later
// The binary formats of Office before 2007, by programs that know them (Debian: catdoc, antiword). They run within the
// worker's limits.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/attachments/memory_file.h"

namespace congbo::attachments {

namespace {

constexpr int not_installed = 127;

using Command = std::vector<const char*>;

std::vector<Command> commands_of(Kind kind) {
  if (kind == Kind::xls) return {{"xls2csv", "-d", "utf-8", "-c", " | ", "/dev/stdin"}};
  if (kind == Kind::ppt) return {{"catppt", "-d", "utf-8", "/dev/stdin"}};
  return {{"catdoc", "-w", "-d", "utf-8", "/dev/stdin"}, {"antiword", "-w", "0", "-m", "UTF-8.txt", "-"}};
}

[[noreturn]] void become(const Command& command, int input, int output) {
  Command arguments = command;
  arguments.push_back(nullptr);
  const int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 && dup2(nothing, STDERR_FILENO) >= 0)
    execvp(arguments.front(), const_cast<char* const*>(arguments.data()));
  _exit(not_installed);
}

std::string read_all(int from) {
  std::string text;
  std::array<char, 65536> buffer{};
  for (ssize_t got = 0; text.size() < most_text_bytes && (got = ::read(from, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(got));
  return text;
}

// The exit status; the text in `text`. The worker has one thread, so fork() is safe.
int run(const Command& command, int input, std::string& text) {
  int ends[2];
  if (lseek(input, 0, SEEK_SET) != 0 || pipe2(ends, O_CLOEXEC) != 0) return not_installed;
  const pid_t child = fork();
  if (child == 0) become(command, input, ends[1]);
  close(ends[1]);
  if (child > 0) text = read_all(ends[0]);
  close(ends[0]);
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0) return not_installed;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

Text extract_old_office(Kind kind, std::string_view bytes) {
  Text text = failed(Outcome::no_program);
  const Descriptor file = memory_file(bytes);
  for (const Command& command : commands_of(kind)) {
    Part part;
    const int status = file.open() ? run(command, file.get(), part.text) : not_installed;
    if (status == not_installed) continue;
    text.outcome = status == 0 ? Outcome::text : Outcome::broken;
    if (status == 0) text.parts.push_back(std::move(part));
    break;
  }
  return text;
}

}  // namespace congbo::attachments
