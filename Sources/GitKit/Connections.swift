// All traffic goes through the `git` program; libgit2 never connects to anything. What it would
// connect with is left out of the program: each function here stands in for the one of its name.
//
// Linked with libgit2's archive (`make build`), they keep its SSH, TLS and Kerberos, and the
// libraries that those need, from being linked at all. Linked with the shared library, those that
// it exports take the place of its own, and the others are called by nobody.

/// libgit2's `GIT_ERROR`: a connection asked of libgit2 itself fails.
private let refused: CInt = -1

/// Mbed TLS parses the machine's whole bundle of certificates when libgit2 starts: two fifths of
/// the work of a short command. Without them libgit2 trusts no server.
/// - Returns: `MBEDTLS_ERR_PK_FILE_IO_ERROR`: the file is not read.
@c(mbedtls_x509_crt_parse_file)
public func refuseCertificates(
  _ chain: UnsafeMutableRawPointer?, _ path: UnsafePointer<CChar>?
) -> CInt {
  -0x3E00
}

/// libgit2 starts its TLS: there is none to start.
@c(git_mbedtls_stream_global_init)
public func startTLS() -> CInt { 0 }

/// libgit2 opens a TLS stream: refused.
@c(git_mbedtls_stream_new)
public func openTLS(
  _ stream: UnsafeMutablePointer<OpaquePointer?>?, _ host: UnsafePointer<CChar>?,
  _ port: UnsafePointer<CChar>?
) -> CInt { refused }

/// libgit2 puts TLS around a stream: refused.
@c(git_mbedtls_stream_wrap)
public func wrapTLS(
  _ stream: UnsafeMutablePointer<OpaquePointer?>?, _ inner: OpaquePointer?,
  _ host: UnsafePointer<CChar>?
) -> CInt { refused }

/// libgit2 is told where certificates are: refused.
@c(git_mbedtls__set_cert_location)
public func setCertificates(
  _ file: UnsafePointer<CChar>?, _ folder: UnsafePointer<CChar>?
) -> CInt { refused }

/// libgit2 starts its SSH: there is none to start.
@c(git_transport_ssh_global_init)
public func startSSH() -> CInt { 0 }

/// libgit2 opens an SSH connection: refused.
@c(git_smart_subtransport_ssh)
public func openSSH(
  _ transport: UnsafeMutablePointer<OpaquePointer?>?, _ owner: OpaquePointer?,
  _ parameter: UnsafeMutableRawPointer?
) -> CInt { refused }

/// libgit2 opens an SSH connection with programs of the remote's choice: refused.
@c(git_transport_ssh_with_paths)
public func openSSHWithPaths(
  _ transport: UnsafeMutablePointer<OpaquePointer?>?, _ owner: OpaquePointer?,
  _ payload: UnsafeMutableRawPointer?
) -> CInt { refused }

/// libgit2 logs in with Kerberos: refused.
@c(git_http_auth_negotiate)
public func openKerberos(
  _ context: UnsafeMutablePointer<OpaquePointer?>?, _ url: UnsafeRawPointer?
) -> CInt { refused }
