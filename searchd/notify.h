// Notify: what a supervisor is told of the daemon's state, in systemd's protocol: a datagram to the socket that the
// environment names in NOTIFY_SOCKET (sd_notify(3)). Without one, nothing happens.
#pragma once

#include <string>

namespace kto::searchd {

// "READY=1", "STOPPING=1", "STATUS=generation 8 of the index". Never fails: nobody may be listening.
void notify(const std::string& state);

}  // namespace kto::searchd
