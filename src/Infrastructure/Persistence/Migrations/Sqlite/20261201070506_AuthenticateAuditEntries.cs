using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Compliance.Infrastructure.Persistence.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 81,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "authenticated_by",
                table: "audit_checkpoints",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
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
