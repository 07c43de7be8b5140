using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Compliance.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    grants = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "address_books",
                columns: table => new
                {
                    side = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    contacts = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_address_books", x => x.side);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    previous_until = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<string>(type: "TEXT", nullable: true),
                    last_used_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_chains",
                columns: table => new
                {
                    resource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    head = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_length = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_chains", x => x.resource);
                });

            migrationBuilder.CreateTable(
                name: "audit_checkpoints",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    root = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    leaves = table.Column<string>(type: "TEXT", nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_checkpoints", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    resource = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    use_case = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_personal_data",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    salt = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_personal_data", x => new { x.entry_id, x.subject });
                });

            migrationBuilder.CreateTable(
                name: "credentials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invitation_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    otp_secret = table.Column<string>(type: "TEXT", nullable: true),
                    last_otp_step = table.Column<long>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<string>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credentials", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_blobs",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    received_at = table.Column<string>(type: "TEXT", nullable: false),
                    scan = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    scanned_at = table.Column<string>(type: "TEXT", nullable: true),
                    threat = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_blobs", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    province = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    parent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "instruments",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    published_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instruments", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "loaded_files",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    loaded_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_loaded_files", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<string>(type: "TEXT", nullable: true),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    sent_at = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "publications",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decision_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publications", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "repeatable_answers",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_repeatable_answers", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    continues = table.Column<Guid>(type: "TEXT", nullable: true),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    zone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    parties_key = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    scope_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    steps = table.Column<string>(type: "TEXT", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    effective_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    continued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    terminated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    termination_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    registered_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreements", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreements_accounts_registered_by",
                        column: x => x.registered_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreements_agreements_continues",
                        column: x => x.continues,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreements_agreements_parent",
                        column: x => x.parent,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.id);
                    table.ForeignKey(
                        name: "FK_calendar_feeds_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    refresh_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    second_factor = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    refreshed_at = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evaluation_meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    attendees = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    themes = table.Column<string>(type: "TEXT", nullable: false),
                    notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    actions = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evaluation_meetings", x => x.id);
                    table.ForeignKey(
                        name: "FK_evaluation_meetings_accounts_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evaluation_meetings_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "institution_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_replies", x => x.id);
                    table.ForeignKey(
                        name: "FK_institution_replies_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_reports",
                columns: table => new
                {
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    received = table.Column<int>(type: "INTEGER", nullable: false),
                    settled = table.Column<int>(type: "INTEGER", nullable: false),
                    median_days = table.Column<int>(type: "INTEGER", nullable: true),
                    over14_days = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_reports", x => new { x.institution_id, x.month });
                    table.ForeignKey(
                        name: "FK_public_reports_accounts_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_public_reports_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_units", x => x.id);
                    table.ForeignKey(
                        name: "FK_service_units_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    plenary_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decided_at = table.Column<string>(type: "TEXT", nullable: true),
                    announced_at = table.Column<string>(type: "TEXT", nullable: true),
                    clarification_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cycles", x => x.id);
                    table.ForeignKey(
                        name: "FK_cycles_instruments_instrument",
                        column: x => x.instrument,
                        principalTable: "instruments",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_readings",
                columns: table => new
                {
                    reminder_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_readings", x => new { x.account_id, x.reminder_id });
                    table.ForeignKey(
                        name: "FK_reminder_readings_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminder_readings_reminders_reminder_id",
                        column: x => x.reminder_id,
                        principalTable: "reminders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_documents", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreement_documents_accounts_added_by",
                        column: x => x.added_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_documents_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_documents_evidence_blobs_sha256",
                        column: x => x.sha256,
                        principalTable: "evidence_blobs",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    spk = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    registered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    registered_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_joint_services", x => x.id);
                    table.ForeignKey(
                        name: "FK_joint_services_accounts_registered_by",
                        column: x => x.registered_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_joint_services_agreements_spk",
                        column: x => x.spk,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_joint_services_institutions_host_id",
                        column: x => x.host_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_plans",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_plans", x => new { x.agreement_id, x.year });
                    table.ForeignKey(
                        name: "FK_work_plans_accounts_written_by",
                        column: x => x.written_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_plans_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reply_texts",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    reply_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    moderated_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    moderated_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reply_texts", x => new { x.reply_id, x.number });
                    table.ForeignKey(
                        name: "FK_reply_texts_institution_replies_reply_id",
                        column: x => x.reply_id,
                        principalTable: "institution_replies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_parties",
                columns: table => new
                {
                    side = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    signatory = table.Column<string>(type: "TEXT", nullable: true),
                    number_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreement_parties", x => new { x.agreement_id, x.side });
                    table.ForeignKey(
                        name: "FK_agreement_parties_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_agreement_parties_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agreement_parties_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    obligated_office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_in_charge = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recurrence = table.Column<string>(type: "TEXT", nullable: true),
                    target = table.Column<string>(type: "TEXT", nullable: true),
                    weight = table.Column<long>(type: "INTEGER", nullable: false),
                    scope_item = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    finding_year = table.Column<int>(type: "INTEGER", nullable: true),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitments", x => x.id);
                    table.ForeignKey(
                        name: "FK_commitments_accounts_made_by",
                        column: x => x.made_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitments_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corrective_actions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    document_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    report = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    proof = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    reported_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    reported_at = table.Column<string>(type: "TEXT", nullable: true),
                    rejection_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    verified_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    resolved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrective_actions", x => x.id);
                    table.ForeignKey(
                        name: "FK_corrective_actions_accounts_opened_by",
                        column: x => x.opened_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_corrective_actions_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_corrective_actions_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    supersedes = table.Column<Guid>(type: "TEXT", nullable: true),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    publication = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    qualifier = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    printed_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    printed_category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    dimensions = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_results", x => x.id);
                    table.ForeignKey(
                        name: "FK_results_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_results_instruments_instrument",
                        column: x => x.instrument,
                        principalTable: "instruments",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_results_publications_publication",
                        column: x => x.publication,
                        principalTable: "publications",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_results_results_supersedes",
                        column: x => x.supersedes,
                        principalTable: "results",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_results_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    service_unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_products", x => x.id);
                    table.ForeignKey(
                        name: "FK_service_products_service_units_service_unit_id",
                        column: x => x.service_unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    assessor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    planned = table.Column<string>(type: "TEXT", nullable: false),
                    products = table.Column<string>(type: "TEXT", nullable: false),
                    assessed_at = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    assessed_at_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    not_assessed_reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    not_assessed_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    reopens_to = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    was_submitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    verified_inputs = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    is_decided = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessments_accounts_assessor_id",
                        column: x => x.assessor_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_regions_assessed_at",
                        column: x => x.assessed_at,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    instrument = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    instrument_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inputs_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    results_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    coverage = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key_id = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    signature = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_decisions_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "second_scoring_draws",
                columns: table => new
                {
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    seed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    drawn_at = table.Column<string>(type: "TEXT", nullable: false),
                    drawn_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_scoring_draws", x => x.cycle_id);
                    table.ForeignKey(
                        name: "FK_second_scoring_draws_accounts_drawn_by",
                        column: x => x.drawn_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_second_scoring_draws_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_service_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    visitors = table.Column<int>(type: "INTEGER", nullable: true),
                    present = table.Column<string>(type: "TEXT", nullable: false),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    joint_service_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_joint_service_events", x => x.id);
                    table.ForeignKey(
                        name: "FK_joint_service_events_joint_services_joint_service_id",
                        column: x => x.joint_service_id,
                        principalTable: "joint_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_joint_service_events_regions_place",
                        column: x => x.place,
                        principalTable: "regions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joint_service_participants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    external = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    services = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    joint_service_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_joint_service_participants", x => x.id);
                    table.ForeignKey(
                        name: "FK_joint_service_participants_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_joint_service_participants_joint_services_joint_service_id",
                        column: x => x.joint_service_id,
                        principalTable: "joint_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_joint_service_participants_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agreement_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reported_at = table.Column<string>(type: "TEXT", nullable: true),
                    rejection_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    closing_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    closing_proof = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "FK_commitment_deadlines_accounts_closed_by",
                        column: x => x.closed_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_deadlines_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_commitment_deadlines_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_commitment_deadlines_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_assignments",
                columns: table => new
                {
                    technique = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_assignments", x => new { x.assessment_id, x.technique });
                    table.ForeignKey(
                        name: "FK_assessment_assignments_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessment_assignments_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raised_at = table.Column<string>(type: "TEXT", nullable: false),
                    raised_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_returns", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessment_returns_accounts_raised_by",
                        column: x => x.raised_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessment_returns_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clarifications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clarifications", x => x.id);
                    table.ForeignKey(
                        name: "FK_clarifications_accounts_answered_by",
                        column: x => x.answered_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clarifications_accounts_written_by",
                        column: x => x.written_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clarifications_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clarifications_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clarifications_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    technique = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    captured_at = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    uploader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_at = table.Column<string>(type: "TEXT", nullable: false),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaced_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    verdict_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    reviewer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reviewed_at = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawal_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_accounts_uploader_id",
                        column: x => x.uploader_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evidence_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evidence_evidence_blobs_sha256",
                        column: x => x.sha256,
                        principalTable: "evidence_blobs",
                        principalColumn: "sha256",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evidence_evidence_replaces",
                        column: x => x.replaces,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_uploads",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    uploader_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    begun_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: false),
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_uploads", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_uploads_accounts_uploader_id",
                        column: x => x.uploader_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_evidence_uploads_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "second_scorings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scorer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    first_answers = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<string>(type: "TEXT", nullable: true),
                    completed_at = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_scorings", x => x.id);
                    table.ForeignKey(
                        name: "FK_second_scorings_accounts_scorer_id",
                        column: x => x.scorer_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_second_scorings_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_second_scorings_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    open = table.Column<string>(type: "TEXT", nullable: true),
                    seen = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sheets", x => x.assessment_id);
                    table.ForeignKey(
                        name: "FK_sheets_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_figures",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inputs_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    dimensions = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_figures", x => new { x.assessment_id, x.inputs_sha256 });
                    table.ForeignKey(
                        name: "FK_unit_figures_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "announcements",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    publication = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_announcements", x => x.decision_id);
                    table.ForeignKey(
                        name: "FK_announcements_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_announcements_publications_publication",
                        column: x => x.publication,
                        principalTable: "publications",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decided_institutions",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    institution_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decided_institutions", x => new { x.decision_id, x.institution_id });
                    table.ForeignKey(
                        name: "FK_decided_institutions_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_decided_institutions_institutions_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institutions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    commitment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    deadline_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    proof = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    document = table.Column<Guid>(type: "TEXT", nullable: true),
                    done = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress_reports", x => x.id);
                    table.ForeignKey(
                        name: "FK_progress_reports_accounts_by",
                        column: x => x.by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_progress_reports_agreement_documents_document",
                        column: x => x.document,
                        principalTable: "agreement_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_progress_reports_commitment_deadlines_deadline_id",
                        column: x => x.deadline_id,
                        principalTable: "commitment_deadlines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_progress_reports_commitments_commitment_id",
                        column: x => x.commitment_id,
                        principalTable: "commitments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "return_reasons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    pointer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    closed_at = table.Column<string>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    return_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_reasons", x => x.id);
                    table.ForeignKey(
                        name: "FK_return_reasons_accounts_closed_by",
                        column: x => x.closed_by,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_return_reasons_assessment_returns_return_id",
                        column: x => x.return_id,
                        principalTable: "assessment_returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evidence_observations",
                columns: table => new
                {
                    indicator = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    evidence_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_observations", x => new { x.evidence_id, x.indicator, x.subject });
                    table.ForeignKey(
                        name: "FK_evidence_observations_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "corrected_inputs",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    inputs_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    input = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrected_inputs", x => new { x.decision_id, x.assessment_id });
                    table.ForeignKey(
                        name: "FK_corrected_inputs_decisions_decision_id",
                        column: x => x.decision_id,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_corrected_inputs_unit_figures_assessment_id_inputs_sha256",
                        columns: x => new { x.assessment_id, x.inputs_sha256 },
                        principalTable: "unit_figures",
                        principalColumns: new[] { "assessment_id", "inputs_sha256" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_email_key",
                table: "accounts",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_issuer_subject",
                table: "accounts",
                columns: new[] { "issuer", "subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreement_documents_added_by",
                table: "agreement_documents",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_documents_agreement_id_added_at",
                table: "agreement_documents",
                columns: new[] { "agreement_id", "added_at" });

            migrationBuilder.CreateIndex(
                name: "IX_agreement_documents_sha256",
                table: "agreement_documents",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_parties_institution_id",
                table: "agreement_parties",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreement_parties_side_number_key",
                table: "agreement_parties",
                columns: new[] { "side", "number_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreement_parties_unit_id",
                table: "agreement_parties",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_continues",
                table: "agreements",
                column: "continues");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_effective_to",
                table: "agreements",
                column: "effective_to");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_kind_parties_key",
                table: "agreements",
                columns: new[] { "kind", "parties_key" });

            migrationBuilder.CreateIndex(
                name: "IX_agreements_number_key",
                table: "agreements",
                column: "number_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agreements_parent",
                table: "agreements",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_registered_by",
                table: "agreements",
                column: "registered_by");

            migrationBuilder.CreateIndex(
                name: "IX_announcements_publication",
                table: "announcements",
                column: "publication",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_assignments_account_id",
                table: "assessment_assignments",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_returns_assessment_id",
                table: "assessment_returns",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_returns_raised_by",
                table: "assessment_returns",
                column: "raised_by");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessed_at",
                table: "assessments",
                column: "assessed_at");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessor_id",
                table: "assessments",
                column: "assessor_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_cycle_id_unit_id",
                table: "assessments",
                columns: new[] { "cycle_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessments_office_year",
                table: "assessments",
                columns: new[] { "office", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_unit_id",
                table: "assessments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_actor",
                table: "audit_entries",
                column: "actor");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_resource_sequence",
                table: "audit_entries",
                columns: new[] { "resource", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_audit_personal_data_subject",
                table: "audit_personal_data",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_account_id",
                table: "calendar_feeds",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_hash",
                table: "calendar_feeds",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_clarifications_answered_by",
                table: "clarifications",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "IX_clarifications_assessment_id",
                table: "clarifications",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "IX_clarifications_cycle_id_institution",
                table: "clarifications",
                columns: new[] { "cycle_id", "institution" });

            migrationBuilder.CreateIndex(
                name: "IX_clarifications_unit_id",
                table: "clarifications",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_clarifications_written_by",
                table: "clarifications",
                column: "written_by");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_agreement_id_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "agreement_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_agreement_id_status_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "agreement_id", "status", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_closed_by",
                table: "commitment_deadlines",
                column: "closed_by");

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_commitment_id_due_on",
                table: "commitment_deadlines",
                columns: new[] { "commitment_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_institution_id_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "institution_id", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_institution_id_status_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "institution_id", "status", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_office_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "office", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_office_status_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "office", "status", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitment_deadlines_status_due_on_id",
                table: "commitment_deadlines",
                columns: new[] { "status", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_agreement_id_id",
                table: "commitments",
                columns: new[] { "agreement_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_institution_id_indicator",
                table: "commitments",
                columns: new[] { "institution_id", "indicator" });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_made_by",
                table: "commitments",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_unit_id",
                table: "commitments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_corrected_inputs_assessment_id_inputs_sha256",
                table: "corrected_inputs",
                columns: new[] { "assessment_id", "inputs_sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_corrective_actions_due_on_id",
                table: "corrective_actions",
                columns: new[] { "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_corrective_actions_institution_id_due_on",
                table: "corrective_actions",
                columns: new[] { "institution_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_corrective_actions_opened_by",
                table: "corrective_actions",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "IX_corrective_actions_status_due_on_id",
                table: "corrective_actions",
                columns: new[] { "status", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_corrective_actions_unit_id",
                table: "corrective_actions",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_credentials_normalized_user_name",
                table: "credentials",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cycles_instrument",
                table: "cycles",
                column: "instrument");

            migrationBuilder.CreateIndex(
                name: "IX_cycles_year",
                table: "cycles",
                column: "year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decided_institutions_institution_id",
                table: "decided_institutions",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_cycle_id_ordinal",
                table: "decisions",
                columns: new[] { "cycle_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decisions_number",
                table: "decisions",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_meetings_institution_id_on",
                table: "evaluation_meetings",
                columns: new[] { "institution_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_evaluation_meetings_recorded_by",
                table: "evaluation_meetings",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_assessment_id_received_at",
                table: "evidence",
                columns: new[] { "assessment_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_replaces",
                table: "evidence",
                column: "replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_sha256",
                table: "evidence",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_uploader_id",
                table: "evidence",
                column: "uploader_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_blobs_scan",
                table: "evidence_blobs",
                column: "scan");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_uploads_assessment_id",
                table: "evidence_uploads",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_uploads_expires_at",
                table: "evidence_uploads",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_uploads_uploader_id",
                table: "evidence_uploads",
                column: "uploader_id");

            migrationBuilder.CreateIndex(
                name: "IX_institution_replies_institution_id_year",
                table: "institution_replies",
                columns: new[] { "institution_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_code",
                table: "institutions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_key",
                table: "institutions",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_kind_province",
                table: "institutions",
                columns: new[] { "kind", "province" });

            migrationBuilder.CreateIndex(
                name: "IX_joint_service_events_joint_service_id",
                table: "joint_service_events",
                column: "joint_service_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_service_events_place",
                table: "joint_service_events",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "IX_joint_service_participants_institution_id",
                table: "joint_service_participants",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_service_participants_joint_service_id",
                table: "joint_service_participants",
                column: "joint_service_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_service_participants_unit_id",
                table: "joint_service_participants",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_services_host_id",
                table: "joint_services",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "IX_joint_services_office",
                table: "joint_services",
                column: "office");

            migrationBuilder.CreateIndex(
                name: "IX_joint_services_registered_by",
                table: "joint_services",
                column: "registered_by");

            migrationBuilder.CreateIndex(
                name: "IX_joint_services_spk",
                table: "joint_services",
                column: "spk");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_address_day",
                table: "outbox_messages",
                columns: new[] { "address", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_day",
                table: "outbox_messages",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_messages_state_next_attempt_at",
                table: "outbox_messages",
                columns: new[] { "state", "next_attempt_at" });

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_by",
                table: "progress_reports",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_commitment_id_id",
                table: "progress_reports",
                columns: new[] { "commitment_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_deadline_id",
                table: "progress_reports",
                column: "deadline_id");

            migrationBuilder.CreateIndex(
                name: "IX_progress_reports_document",
                table: "progress_reports",
                column: "document");

            migrationBuilder.CreateIndex(
                name: "IX_public_reports_recorded_by",
                table: "public_reports",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "IX_regions_parent",
                table: "regions",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_reminder_readings_reminder_id",
                table: "reminder_readings",
                column: "reminder_id");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_due_on",
                table: "reminders",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_institution_id",
                table: "reminders",
                columns: new[] { "institution", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_kind_subject_due_on_step_audience_side",
                table: "reminders",
                columns: new[] { "kind", "subject", "due_on", "step", "audience", "side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_office_id",
                table: "reminders",
                columns: new[] { "office", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_results_institution_id",
                table: "results",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "IX_results_instrument",
                table: "results",
                column: "instrument");

            migrationBuilder.CreateIndex(
                name: "IX_results_publication",
                table: "results",
                column: "publication");

            migrationBuilder.CreateIndex(
                name: "IX_results_score",
                table: "results",
                column: "score");

            migrationBuilder.CreateIndex(
                name: "IX_results_subject_id_year_revision",
                table: "results",
                columns: new[] { "subject_id", "year", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_supersedes",
                table: "results",
                column: "supersedes",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_results_unit_id",
                table: "results",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_results_year_unit_id",
                table: "results",
                columns: new[] { "year", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_return_reasons_closed_by",
                table: "return_reasons",
                column: "closed_by");

            migrationBuilder.CreateIndex(
                name: "IX_return_reasons_return_id",
                table: "return_reasons",
                column: "return_id");

            migrationBuilder.CreateIndex(
                name: "IX_second_scoring_draws_drawn_by",
                table: "second_scoring_draws",
                column: "drawn_by");

            migrationBuilder.CreateIndex(
                name: "IX_second_scorings_assessment_id",
                table: "second_scorings",
                column: "assessment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_second_scorings_cycle_id",
                table: "second_scorings",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "IX_second_scorings_scorer_id",
                table: "second_scorings",
                column: "scorer_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_products_service_unit_id",
                table: "service_products",
                column: "service_unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_units_institution_id_key",
                table: "service_units",
                columns: new[] { "institution_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_account_id",
                table: "sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_plans_written_by",
                table: "work_plans",
                column: "written_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "address_books");

            migrationBuilder.DropTable(
                name: "agreement_parties");

            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "assessment_assignments");

            migrationBuilder.DropTable(
                name: "audit_chains");

            migrationBuilder.DropTable(
                name: "audit_checkpoints");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_personal_data");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "clarifications");

            migrationBuilder.DropTable(
                name: "corrected_inputs");

            migrationBuilder.DropTable(
                name: "corrective_actions");

            migrationBuilder.DropTable(
                name: "credentials");

            migrationBuilder.DropTable(
                name: "decided_institutions");

            migrationBuilder.DropTable(
                name: "evaluation_meetings");

            migrationBuilder.DropTable(
                name: "evidence_observations");

            migrationBuilder.DropTable(
                name: "evidence_uploads");

            migrationBuilder.DropTable(
                name: "joint_service_events");

            migrationBuilder.DropTable(
                name: "joint_service_participants");

            migrationBuilder.DropTable(
                name: "loaded_files");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "progress_reports");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "public_reports");

            migrationBuilder.DropTable(
                name: "reminder_readings");

            migrationBuilder.DropTable(
                name: "repeatable_answers");

            migrationBuilder.DropTable(
                name: "reply_texts");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "return_reasons");

            migrationBuilder.DropTable(
                name: "second_scoring_draws");

            migrationBuilder.DropTable(
                name: "second_scorings");

            migrationBuilder.DropTable(
                name: "service_products");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sheets");

            migrationBuilder.DropTable(
                name: "work_plans");

            migrationBuilder.DropTable(
                name: "unit_figures");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "joint_services");

            migrationBuilder.DropTable(
                name: "agreement_documents");

            migrationBuilder.DropTable(
                name: "commitment_deadlines");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "institution_replies");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "assessment_returns");

            migrationBuilder.DropTable(
                name: "evidence_blobs");

            migrationBuilder.DropTable(
                name: "commitments");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "cycles");

            migrationBuilder.DropTable(
                name: "regions");

            migrationBuilder.DropTable(
                name: "service_units");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "instruments");

            migrationBuilder.DropTable(
                name: "institutions");
        }
    }
}
