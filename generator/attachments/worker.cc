// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/worker.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/attachments/memory_file.h"

namespace congbo::attachments {

namespace {

// --- the worker's side

void limit(decltype(RLIMIT_AS) resource, rlim_t most) {
  const rlimit value{most, most};
  (void)setrlimit(resource, &value);
}

// No file grows, no core is kept, no privilege is gained; and with its parent's thread the worker ends too.
void put_under_limits() {
  (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
  (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__  // the sanitizer's shadow is larger than any machine's memory
  limit(RLIMIT_AS, most_memory_bytes);
#endif
  limit(RLIMIT_CPU, most_cpu_seconds);
  limit(RLIMIT_FSIZE, most_file_bytes);  // catdoc reads from a file of ours in memory
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
}

std::string read_input() {
  struct stat about {};
  std::string bytes;
  if (fstat(STDIN_FILENO, &about) != 0 || about.st_size < 0) return bytes;
  bytes.resize(std::min<std::uint64_t>(static_cast<std::uint64_t>(about.st_size), most_file_bytes + 1));
  std::size_t at = 0;
  for (ssize_t got = 0;
       at < bytes.size() && (got = pread(STDIN_FILENO, &bytes[at], bytes.size() - at, static_cast<off_t>(at))) > 0;)
    at += static_cast<std::size_t>(got);
  bytes.resize(at);
  return bytes;
}

Text extract_within_memory(Kind kind) {
  try {
    return extract(kind, read_input());
  } catch (const std::bad_alloc&) {
    return failed(Outcome::too_large);
  }
}

// --- the side of the build

struct Ended {
  std::string answer;
  bool in_time = true;
  int status = 0;
};

class Child {
 public:
  Child(const std::string& program, Kind kind, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    // A group of its own, so that whatever it starts ends with it.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const std::string word(worker_word), ending(ending_of(kind));
    const std::array<char*, 4> arguments = {const_cast<char*>(program.c_str()), const_cast<char*>(word.c_str()),
                                            const_cast<char*>(ending.c_str()), nullptr};
    failure_ = posix_spawn(&id_, program.c_str(), &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (failure_ == 0 && !waited_) end();
  }

  int failure() const { return failure_; }

  // Its answer; killed when it is late or says too much, and with it whatever it started.
  Ended hear(int from) {
    const auto end_of_time = Clock::now() + std::chrono::seconds(most_wall_seconds);
    Ended ended;
    std::array<char, 65536> buffer{};
    while (ended.answer.size() <= most_answer_bytes) {
      pollfd wait{from, POLLIN, 0};
      const int ready = poll(&wait, 1, milliseconds_until(end_of_time));
      if (ready < 0 && errno == EINTR) continue;
      const ssize_t got = ready > 0 ? read(from, buffer.data(), buffer.size()) : 0;
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      ended.answer.append(buffer.data(), static_cast<std::size_t>(got));
    }
    // One that says too much need not be waited for.
    ended.in_time = ended.answer.size() > most_answer_bytes || has_ended_by(end_of_time);
    ended.status = end();
    return ended;
  }

 private:
  using Clock = std::chrono::steady_clock;

  static int milliseconds_until(Clock::time_point moment) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(moment - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
  }

  // Its output is closed, so it is about to end.
  bool has_ended_by(Clock::time_point moment) const {
    for (;;) {
      siginfo_t about{};
      if (waitid(P_PID, static_cast<id_t>(id_), &about, WEXITED | WNOHANG | WNOWAIT) != 0 || about.si_pid != 0)
        return true;
      if (milliseconds_until(moment) == 0) return false;
      usleep(500);
    }
  }

  int end() {
    (void)kill(-id_, SIGKILL);
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    waited_ = true;
    return status;
  }

  pid_t id_ = -1;
  int failure_ = 0;
  bool waited_ = false;
};

Text text_of(const Ended& ended) {
  if (ended.in_time && WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == 0)
    if (std::optional<Text> text = from_bytes(ended.answer)) return *std::move(text);
  const bool late = !ended.in_time || (WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGXCPU);
  return failed(late ? Outcome::too_slow : Outcome::broken);
}

Diagnostic not_started(const std::string& program, int number) {
  return error("attachment-worker", {}, {program, std::strerror(number)});
}

}  // namespace

int run_worker(std::string_view ending) noexcept {
  try {
    put_under_limits();
    const std::optional<Kind> kind = kind_of_ending(ending);
    if (!kind) return 2;
    return write_all(STDOUT_FILENO, to_bytes(extract_within_memory(*kind))) ? 0 : 3;
  } catch (const std::exception&) {
    return 3;
  }
}

Result<Text> read_in_worker(const std::string& program, Kind kind, std::string_view bytes) {
  if (bytes.size() > most_file_bytes) return failed(Outcome::too_large);
  const Descriptor input = memory_file(bytes);
  int ends[2] = {-1, -1};
  if (!input.open() || pipe2(ends, O_CLOEXEC) != 0) return not_started(program, errno);
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  Child child(program, kind, input.get(), to.get());
  if (child.failure() != 0) return not_started(program, child.failure());
  to.close();
  return text_of(child.hear(from.get()));
}

std::string own_program() {
  std::array<char, 4096> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
  return length > 0 ? std::string(path.data(), static_cast<std::size_t>(length)) : std::string();
}

}  // namespace congbo::attachments
