using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Compliance.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Planning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "assessed_at",
                table: "assessments",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "assessed_at_note",
                table: "assessments",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "not_assessed_note",
                table: "assessments",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "not_assessed_reason",
                table: "assessments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "planned",
                table: "assessments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "products",
                table: "assessments",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reopens_to",
                table: "assessments",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "assessments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "assessment_assignments",
                columns: table => new
                {
                    technique = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessed_at",
                table: "assessments",
                column: "assessed_at");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_assignments_account_id",
                table: "assessment_assignments",
                column: "account_id");

            migrationBuilder.AddForeignKey(
                name: "FK_assessments_regions_assessed_at",
                table: "assessments",
                column: "assessed_at",
                principalTable: "regions",
                principalColumn: "code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_assessments_regions_assessed_at",
                table: "assessments");

            migrationBuilder.DropTable(
                name: "assessment_assignments");

            migrationBuilder.DropIndex(
                name: "IX_assessments_assessed_at",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "assessed_at",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "assessed_at_note",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "not_assessed_note",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "not_assessed_reason",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "planned",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "products",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "reopens_to",
                table: "assessments");

            migrationBuilder.DropColumn(
                name: "version",
                table: "assessments");
        }
    }
}
