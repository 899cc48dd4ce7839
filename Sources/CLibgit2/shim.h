#ifndef NASKAH_CLIBGIT2_SHIM_H
#define NASKAH_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/* Swift cannot call the variadic git_libgit2_opts; this is the option GitKit sets. */

static inline int naskah_git_enable_fsync(int enabled)
{
	return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

#endif
