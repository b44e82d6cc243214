// What allows bubblewrap its user namespaces where AppArmor keeps them from ordinary users (Ubuntu since 23.10). The profile
// that Ubuntu itself offers (bwrap-userns-restrict) takes all capabilities from what runs inside, and so forbids the
// sandbox in a network of its own.

const PROFILE = "abi <abi/4.0>,\\nprofile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }\\n";

/** The line for a shell that allows it for good. */
export const APPARMOR = `printf '${PROFILE}' | sudo tee /etc/apparmor.d/bwrap && sudo apparmor_parser -r /etc/apparmor.d/bwrap`;
