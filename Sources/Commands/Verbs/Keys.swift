import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah key`: keys for signing, and roles.
struct Key: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(
      .key, name: "key", alias: "kunci",
      subcommands: [Init.self, List.self, GiveRole.self, Revoke.self])
  }

  @OptionGroup var global: GlobalOptions

  /// `naskah key init`.
  struct Init: Verb {
    static var configuration: CommandConfiguration {
      .topic(.keyInit, name: "init", alias: "buat")
    }

    @Option(help: .option(.principal, .name)) var principal: String?
    @Option(parsing: .unconditional, help: .option(.keyFile, .file)) var key: String?
    @Option(help: .option(.role, .kind)) var role: ReviewRole?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let isText = key.map { $0.contains(" ") || $0.hasPrefix("key::") || $0.hasPrefix("~") }
      let report = try session.workbench(needsDrafts: false).initKey(
        principal: principal, key: key.map { isText == true ? $0 : session.path($0) }, role: role)
      switch session.options.format {
      case .json: session.context.output.write(try TrustJSON.key(report).text)
      case .text: session.messages.keyReady(report).forEach(session.say)
      }
      return .done
    }
  }

  /// `naskah key list`.
  struct List: Verb {
    static var configuration: CommandConfiguration {
      .topic(.keyList, name: "list", alias: "daftar")
    }

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let report = try session.workbench(needsDrafts: false).signers()
      try await session.show(TrustJSON.signers(report)) { SignersView.lines(report, on: $0) }
      return .done
    }
  }

  /// `naskah key role PRINCIPAL ROLE`.
  struct GiveRole: Verb {
    static var configuration: CommandConfiguration {
      .topic(.keyRole, name: "role", alias: "peran")
    }

    @Argument(help: .option(.signer, .name)) var principal: String
    @Argument(help: .option(.role, .kind)) var role: ReviewRole
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      try session.workbench(needsDrafts: false).setRole(of: principal, to: role)
      switch session.options.format {
      case .json:
        session.context.output.write(try TrustJSON.settings([principal: role.rawValue]).text)
      case .text: session.say(session.messages.roleSet(principal, role))
      }
      return .done
    }
  }

  /// `naskah key revoke PRINCIPAL`.
  struct Revoke: Verb {
    static var configuration: CommandConfiguration {
      .topic(.keyRevoke, name: "revoke", alias: "cabut")
    }

    @Argument(help: .option(.signer, .name)) var principal: String
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      try session.workbench(needsDrafts: false).revokeKeys(of: principal)
      switch session.options.format {
      case .json:
        session.context.output.write(try TrustJSON.settings([principal: "revoked"]).text)
      case .text: session.say(session.messages.keyRevoked(principal))
      }
      return .done
    }
  }
}

extension ReviewRole: Choice {}

/// `naskah config [NAME [VALUE]]`: settings of the workbench.
struct Config: Verb {
  static var configuration: CommandConfiguration {
    .topic(.config, name: "config", alias: "atur")
  }

  static let signatures = "require-signatures"
  static let isInternal = "internal."

  @Argument(help: .option(.settingName, .name)) var name: String?
  @Argument(help: .option(.settingValue, .text)) var value: String?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench(needsDrafts: false)
    if let name, let value {
      try set(name, value, in: workbench)
    }
    let values = try values(in: workbench)
    switch session.options.format {
    case .json: session.context.output.write(try TrustJSON.settings(values).text)
    case .text:
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        session.say(session.messages.setting(name, value))
      }
    }
    return .done
  }

  private func values(in workbench: Workbench) throws -> [String: String] {
    let remotes = try workbench.remoteNames()
    let all = try [Self.signatures: String(workbench.requiresSignatures())].merging(
      remotes.map { (Self.isInternal + $0, try String(workbench.isInternal($0))) }
    ) { $1 }
    guard let name else { return all }
    guard let value = all[name] else {
      throw Failure.settingUnknown(name, known: all.keys.sorted())
    }
    return [name: value]
  }

  private func set(_ name: String, _ value: String, in workbench: Workbench) throws {
    guard let flag = Bool(value.lowercased()) else {
      throw Failure.settingInvalid(name: name, value: value, known: ["true", "false"])
    }
    if name == Self.signatures {
      try workbench.setRequiresSignatures(flag)
    } else if name.hasPrefix(Self.isInternal) {
      try workbench.setInternal(String(name.dropFirst(Self.isInternal.count)), flag)
    } else {
      throw Failure.settingUnknown(name, known: [Self.signatures, Self.isInternal + "REMOTE"])
    }
  }
}

/// `naskah verify`: can what stands here be trusted?
struct Verify: Verb {
  static var configuration: CommandConfiguration {
    .topic(.verify, name: "verify", alias: "verifikasi")
  }

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let report = try session.workbench(needsDrafts: false).verify()
    try await session.show(TrustJSON.verify(report)) { VerifyView.lines(report, on: $0) }
    return report.findings.isEmpty ? .done : .findings
  }
}
