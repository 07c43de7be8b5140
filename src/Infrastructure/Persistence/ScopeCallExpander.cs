using System.Linq.Expressions;
using System.Reflection;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Query filters call the methods of a caller's scopes like any other code. Databases cannot translate these methods, so each call is
/// replaced by the expression of its rule. The content of a scope stays a member of the context, and thus a parameter of every query.
/// </summary>
internal sealed class ScopeCallExpander : ExpressionVisitor
{
    private static readonly Dictionary<MethodInfo, LambdaExpression> rules = new()
    {
        [Method(typeof(AssessmentScope), nameof(AssessmentScope.Covers))] = AssessmentScope.CoversRule,
        [Method(typeof(LiaisonScope), nameof(LiaisonScope.Covers))] = LiaisonScope.CoversRule,
        [Method(typeof(InstitutionScope), nameof(InstitutionScope.Covers), typeof(string), typeof(string))] = InstitutionScope.CoversRule,
        [Method(typeof(InstitutionScope), nameof(InstitutionScope.CoversOffice))] = InstitutionScope.CoversOfficeRule,
        [Method(typeof(InstitutionScope), nameof(InstitutionScope.Names))] = InstitutionScope.NamesRule,
        [Method(typeof(InstitutionScope), nameof(InstitutionScope.NamesOffice))] = InstitutionScope.NamesOfficeRule,
        [Method(typeof(InstitutionScope), nameof(InstitutionScope.IsOwn))] = InstitutionScope.IsOwnRule,
    };

    /// <summary>Expands the calls in every filter of the model.</summary>
    public static void WriteOut(IMutableModel model)
    {
        var visitor = new ScopeCallExpander();

        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var filter in entity.GetDeclaredQueryFilters().ToList())
            {
                var written = (LambdaExpression)visitor.Visit(filter.Expression!);

                if (filter.Key is { } key)
                {
                    entity.SetQueryFilter(key, written);
                }
                else
                {
                    entity.SetQueryFilter(written);
                }
            }
        }
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (!rules.TryGetValue(node.Method, out var rule))
        {
            return base.VisitMethodCall(node);
        }

        var values = rule.Parameters.Zip([node.Object!, .. node.Arguments]).ToDictionary(pair => pair.First, pair => pair.Second);

        // A rule may call another one.
        return Visit(new ParameterReplacement(values).Visit(rule.Body));
    }

    private static MethodInfo Method(Type scope, string name, params Type[] parameters) =>
        (parameters.Length == 0 ? scope.GetMethod(name) : scope.GetMethod(name, parameters))!;
}
