#ifndef NASKAH_CLIBGIT2_SHIM_H
#define NASKAH_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <zlib.h>

/* Swift cannot call the variadic git_libgit2_opts; these are the options GitKit sets. */

static inline int naskah_git_enable_fsync(int enabled)
{
	return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int naskah_git_check_hashes(int enabled)
{
	return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int naskah_git_limit_mapping(size_t window, size_t total)
{
	int code = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
	return code < 0 ? code : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, total);
}

#endif
