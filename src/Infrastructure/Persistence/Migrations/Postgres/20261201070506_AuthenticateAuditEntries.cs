using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Compliance.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuthenticateAuditEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "authenticator",
                table: "audit_entries",
                type: "character varying(81)",
                maxLength: 81,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "authenticated_by",
                table: "audit_checkpoints",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "authenticator",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "authenticated_by",
                table: "audit_checkpoints");
        }
    }
}
