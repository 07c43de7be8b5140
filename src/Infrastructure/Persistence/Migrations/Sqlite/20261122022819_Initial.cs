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
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
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
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                    table.ForeignKey(
                        name: "FK_assessments_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_service_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "service_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answer_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sheet_version = table.Column<int>(type: "INTEGER", nullable: false),
                    received_at = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answer_batches", x => x.id);
                    table.ForeignKey(
                        name: "FK_answer_batches_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheets",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_answer_batches_assessment_id_sheet_version",
                table: "answer_batches",
                columns: new[] { "assessment_id", "sheet_version" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_cycle_id_unit_id",
                table: "assessments",
                columns: new[] { "cycle_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessments_unit_id",
                table: "assessments",
                column: "unit_id");

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
                name: "IX_regions_parent",
                table: "regions",
                column: "parent");

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
                name: "IX_service_products_service_unit_id",
                table: "service_products",
                column: "service_unit_id");

            migrationBuilder.CreateIndex(
                name: "IX_service_units_institution_id_key",
                table: "service_units",
                columns: new[] { "institution_id", "key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer_batches");

            migrationBuilder.DropTable(
                name: "loaded_files");

            migrationBuilder.DropTable(
                name: "regions");

            migrationBuilder.DropTable(
                name: "repeatable_answers");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "service_products");

            migrationBuilder.DropTable(
                name: "sheets");

            migrationBuilder.DropTable(
                name: "publications");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "cycles");

            migrationBuilder.DropTable(
                name: "service_units");

            migrationBuilder.DropTable(
                name: "instruments");

            migrationBuilder.DropTable(
                name: "institutions");
        }
    }
}
